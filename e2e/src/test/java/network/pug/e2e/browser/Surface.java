package network.pug.e2e.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;

/** What a page shows, and what it and the tab know of where they have been. */
final class Surface {

  private static final String PAST =
      """
      () => {
        const entry = (at) => at && [at.url, at.key, at.id, at.getState()];
        const { activation } = navigation;
        const observer = new PerformanceObserver(() => {});
        for (const type of PerformanceObserver.supportedEntryTypes) {
          observer.observe({ type, buffered: true });
        }
        return JSON.stringify([
          location.href, document.referrer, document.baseURI, window.name, history.state,
          navigation.entries().map(entry), entry(activation?.entry), entry(activation?.from),
          performance.getEntries(), observer.takeRecords(),
        ]);
      }
      """;

  private final Person person;
  private final CDPSession session;

  Surface(Person person) {
    this.person = person;
    session = person.context.newCDPSession(person.page);
    session.send("DOMSnapshot.enable");
  }

  /** All strings of the document: texts, attributes, values, also of shadow trees; its title. */
  String document() {
    JsonObject of = new JsonObject();
    of.add("computedStyles", new JsonArray());
    return session.send("DOMSnapshot.captureSnapshot", of).get("strings").toString();
  }

  /** What scripts can learn, and what the browser notes of the tab, such as what was typed. */
  String history() {
    return session.send("Page.getNavigationHistory") + " " + person.page.evaluate(PAST);
  }
}
