package network.pug.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Windows and frames of another origin around a page of the relay's: neither knows of the other.
 */
class CrossWindowTest extends BrowserTest {

  private final Elsewhere elsewhere = new Elsewhere();

  CrossWindowTest() throws IOException {}

  @AfterAll
  void closeElsewhere() {
    elsewhere.close();
  }

  @Test
  void noPageCanBeFramed() {
    Person visitor = elsewhere.welcome(person()).open(elsewhere.onAnotherPort());
    visitor.page.evaluate(
        """
        (addresses) => Promise.all(addresses.flatMap((address) =>
          ['iframe', 'object', 'embed'].map((name) => {
            const frame = document.createElement(name);
            frame[name === 'object' ? 'data' : 'src'] = address;
            return new Promise((resolve) => {
              frame.onload = frame.onerror = resolve;
              document.body.append(frame);
            });
          })))
        """,
        Stream.of("/", "/r/HxxbL613hDQCTxU3mGNGkg", "/docs/", "/healthz", "/nothing")
            .map(path -> home + path)
            .toList());
    assertEquals(
        List.of(),
        visitor.page.frames().stream()
            .map(Frame::url)
            .filter(url -> url.startsWith(home.toString()))
            .toList());
  }

  @Test
  void aRoomInAPopupIsOutOfReachOfItsOpener() {
    Person alice = person();
    String link = alice.createRoom();
    Person visitor = elsewhere.welcome(person()).open(elsewhere.onAnotherPort());
    Page room = visitor.page.waitForPopup(() -> popUp(visitor, link));
    assertThat(alice.members()).hasCount(2);

    assertEquals(true, room.evaluate("opener === null && name === ''"));
    // To its opener, the window is gone: no frames to count, no address to change, no messages.
    assertEquals(
        List.of(true, 0, "unreachable"),
        visitor.page.evaluate(
            """
            () => {
              const seen = [popup.closed, popup.length];
              popup.location = 'about:blank#moved';
              popup.postMessage('hello', '*');
              try {
                return [...seen, popup.document.title];
              } catch {
                return [...seen, 'unreachable'];
              }
            }
            """));
    alice.say("still here?");
    assertThat(room.getByText("still here?")).isVisible();
  }

  @Test
  void aWindowThatTheRelaysNameWasGivenToIsNotFoundByIt() {
    Person visitor = elsewhere.welcome(person()).open(elsewhere.onAnotherPort());
    Page first = visitor.page.waitForPopup(() -> popUp(visitor, home + "/"));
    assertThat(first.getByText("Create room").first()).isVisible();
    // The name does not lead there any more: it opens a window of its own.
    Page second = visitor.page.waitForPopup(() -> popUp(visitor, elsewhere.onAnotherPort()));
    assertThat(second).hasTitle("Elsewhere");
    assertThat(first.getByText("Create room").first()).isVisible();
  }

  @Test
  void whereALinkInARoomLeadsNothingIsSaidOfTheRoom() {
    Person alice = elsewhere.welcome(person());
    alice.createRoom();
    String address = elsewhere.onAnotherPort() + "/linked";
    alice.say("See " + address);
    Locator link = alice.messages().last().getByText(address);
    Page there = alice.page.waitForPopup(link::click);
    assertThat(there).hasTitle("Elsewhere");
    assertEquals(true, there.evaluate("opener === null && document.referrer === ''"));
  }

  @Test
  void whoLedATabToARoomAndGetsItBackCannotTellWhetherThereWasOne() {
    Person alice = person();
    String link = alice.createRoom();
    String missing = link.replaceFirst("/r/[^#]+", "/r/HxxbL613hDQCTxU3mGNGkg");
    assertEquals(
        lengthAfter(missing, there -> there.assertGone("not found")),
        lengthAfter(link, Person::assertInRoom));
  }

  /** The length of the history that somebody else's page sees when its visitor comes back. */
  private Object lengthAfter(String link, Consumer<Person> stay) {
    Person visitor = elsewhere.welcome(person()).open(elsewhere.onAnotherPort());
    visitor.page.evaluate("(link) => { location.href = link; }", link);
    stay.accept(visitor);
    visitor.page.goBack();
    assertThat(visitor.page).hasTitle("Elsewhere");
    return visitor.page.evaluate("history.length");
  }

  private static void popUp(Person visitor, String address) {
    visitor.page.evaluate(
        "(address) => { window.popup = window.open(address, 'popup'); }", address);
  }
}
