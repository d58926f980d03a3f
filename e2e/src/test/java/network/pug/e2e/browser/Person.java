package network.pug.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Somebody at a browser that nobody else uses, and what that browser complained about. */
final class Person implements AutoCloseable {

  private static final Set<String> COMPLAINTS = Set.of("error", "warning", "assert");

  final BrowserContext context;
  final Page page;
  private final URI home;
  private final Set<String> hosts = new HashSet<>();
  private final List<String> complaints = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();

  Person(BrowserContext context, URI home) {
    this.context = context;
    this.home = home;
    expectHost(home.getAuthority());
    context.onRequest(this::checkHost);
    context.onWebError(error -> complaints.add(error.error()));
    context.onConsoleMessage(this::listen);
    page = context.newPage();
    page.onWebSocket(socket -> checkHost(socket.url()));
  }

  private void checkHost(Request request) {
    checkHost(request.url());
  }

  private void checkHost(String url) {
    if (!hosts.contains(URI.create(url).getAuthority())) {
      complaints.add("asked another host: " + url);
    }
  }

  private void listen(ConsoleMessage message) {
    boolean isExpected = expected.stream().anyMatch(message.text()::contains);
    if (COMPLAINTS.contains(message.type()) && !isExpected) {
      complaints.add(message.text());
    }
  }

  /** The browser may ask this host (and port) as well. */
  Person expectHost(String authority) {
    hosts.add(authority);
    return this;
  }

  /** From now on the browser may say this on its console. */
  Person expectComplaints(String... parts) {
    expected.addAll(List.of(parts));
    return this;
  }

  /** Goes to the first page. */
  Person visit() {
    page.navigate(home + "/");
    return this;
  }

  /** Opens a link as one does from a mail: in a fresh page. */
  Person open(String link) {
    page.navigate(link);
    return this;
  }

  /** Creates a room with what the page offers, and returns its link. */
  String createRoom() {
    visit();
    return pressCreate();
  }

  /** Creates a room for so many people, and returns its link. */
  String createRoomFor(int participants) {
    visit();
    combobox("Participants").selectOption(Integer.toString(participants));
    return pressCreate();
  }

  private String pressCreate() {
    button("Create room").click();
    assertInRoom();
    return textbox("Room link").inputValue();
  }

  /** Follows a link into its room. */
  Person join(String link) {
    open(link).assertInRoom();
    return this;
  }

  void say(String text) {
    textbox("Message").fill(text);
    textbox("Message").press("Enter");
  }

  /** One's own name in the room. */
  String name() {
    String own = members().filter(new Locator.FilterOptions().setHasText("(you)")).innerText();
    return own.substring(0, own.indexOf(" (you)"));
  }

  void assertInRoom() {
    assertThat(textbox("Message")).isVisible();
  }

  /** Waits until this is the last message. */
  void assertReads(String text) {
    assertThat(messages().last()).containsText(text);
  }

  void assertNotes(String text) {
    assertThat(log()).containsText(text);
  }

  void assertGone(String why) {
    assertProblem("This room is gone", why);
  }

  void assertProblem(String title, String what) {
    assertThat(role(AriaRole.HEADING, title)).isVisible();
    assertTold(what);
  }

  void assertTold(String what) {
    assertThat(alert()).containsText(what);
  }

  /** The colour behind everything. */
  String background() {
    return (String) page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
  }

  /** What was copied last; the browser must let pages read that. */
  String clipboard() {
    return (String) page.evaluate("navigator.clipboard.readText()");
  }

  Locator log() {
    return role(AriaRole.LOG, "Messages");
  }

  Locator messages() {
    return log().getByRole(AriaRole.ARTICLE);
  }

  Locator members() {
    return role(AriaRole.LIST, "Members").getByRole(AriaRole.LISTITEM);
  }

  Locator alert() {
    return page.getByRole(AriaRole.ALERT);
  }

  Locator status() {
    return page.getByRole(AriaRole.STATUS);
  }

  Locator button(String name) {
    return role(AriaRole.BUTTON, name);
  }

  /** A button of the question whether to purge the room. */
  Locator dialogButton(String name) {
    return role(AriaRole.DIALOG, "Purge room?")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator textbox(String name) {
    return role(AriaRole.TEXTBOX, name);
  }

  Locator combobox(String name) {
    return role(AriaRole.COMBOBOX, name);
  }

  Locator role(AriaRole role, String name) {
    return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Leaves the room, and waits for the page that comes in place of it. */
  void leave() {
    button("Leave").click();
    assertThat(button("Create room")).isVisible();
  }

  void assertNothingToComplainAbout() {
    assertEquals(List.of(), complaints);
  }

  /**
   * Leads the page away first: Chromium may never close a page that is about to be replaced.
   *
   * @see <a href="https://github.com/microsoft/playwright/issues/42366">Playwright issue 42366</a>
   */
  @Override
  public void close() {
    if (!page.isClosed()) {
      leadAway();
    }
    context.close();
  }

  /** Again where something came in between: the page's own change, or an attempt that was late. */
  private void leadAway() {
    boolean away = false;
    while (!away) {
      try {
        page.navigate("about:blank");
        away = true;
      } catch (PlaywrightException e) {
        if (!String.valueOf(e.getMessage()).contains("interrupted by another navigation")) {
          throw e;
        }
      }
    }
  }
}
