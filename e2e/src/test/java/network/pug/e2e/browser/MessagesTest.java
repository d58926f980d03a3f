package network.pug.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How messages look: who said what in a row, code, and the date. */
class MessagesTest extends BrowserTest {

  private static final String FENCE = "```";
  private static final int TIMESTAMP_AT = 9;
  private static final Locator.GetByRoleOptions CODE =
      new Locator.GetByRoleOptions().setName("Code").setExact(true);

  MessagesTest() throws IOException {}

  @Test
  void messagesInARowStandUnderOneName() {
    Person alice = person();
    Person bob = person().join(alice.createRoom());
    alice.say("one");
    alice.say("two");
    bob.assertReads("two");
    bob.say("three");
    alice.say("four");
    bob.assertReads("four");

    assertShown(sender(bob, 0), time(bob, 0));
    assertHidden(sender(bob, 1));
    assertShown(sender(bob, 2), sender(bob, 3));
  }

  @Test
  void everyMessageHasItsSenderItsTimeAndItsTextForThoseWhoListen() {
    Person alice = person();
    Person bob = person().join(alice.createRoom());
    alice.say("one");
    alice.say("two");
    bob.assertReads("two");

    Pattern entry = Pattern.compile(alice.name() + "\\s+\\d.*two", Pattern.DOTALL);
    assertThat(bob.messages().last()).hasText(entry);
    assertThat(bob.log())
        .matchesAriaSnapshot(
            "- article:\n  - text: /" + alice.name() + "/\n  - time\n  - paragraph: two\n");
  }

  @Test
  void aNoteEndsTheRow() {
    Person alice = person();
    String link = alice.createRoom();
    alice.say("before");
    alice.assertReads("before");
    person().join(link);
    alice.assertNotes("joined");
    alice.say("after");
    alice.assertReads("after");

    assertShown(sender(alice, 1));
  }

  @Test
  void aPauseEndsTheRow() {
    Person alice = atTimes(person(), Duration.ZERO, Duration.ofMinutes(4), Duration.ofMinutes(10));
    alice.createRoom();
    alice.say("one");
    alice.say("two");
    alice.say("three");
    alice.assertReads("three");

    assertHidden(sender(alice, 1));
    assertShown(time(alice, 1), sender(alice, 2));
  }

  @Test
  void whatIsSaidInTheSameMinuteShowsItsTimeUnderThePointer() {
    Person alice = atTimes(person(), Duration.ZERO, Duration.ZERO);
    alice.createRoom();
    alice.say("one");
    alice.say("two");
    alice.assertReads("two");

    assertHidden(time(alice, 1));
    alice.messages().last().hover();
    assertShown(time(alice, 1));
  }

  @Test
  void aNewDayIsTold() {
    Person alice = atTimes(person(), Duration.ZERO, Duration.ZERO, Duration.ofDays(1));
    alice.createRoom();
    alice.say("one");
    alice.say("two");
    alice.say("three");
    alice.assertReads("three");

    Locator day = alice.log().getByText(Pattern.compile("day, "));
    assertThat(day).hasCount(1);
    assertShown(sender(alice, 2));
  }

  @Test
  void fencedCodeKeepsItsWhiteSpaceAndHoldsNoLinks() {
    Person alice = person();
    Person bob = person().join(alice.createRoom());
    String code = "\nif x:\n\treturn  'https://example.org'\n";
    alice.say("so:\n" + FENCE + "py\n" + code + "\n" + FENCE + "\nwell");

    bob.assertReads("well");
    assertThat(code(bob)).hasCSS("white-space", "pre");
    assertThat(code(bob)).hasCSS("direction", "ltr");
    assertEquals(code, code(bob).textContent());
    assertThat(bob.messages().last()).containsText("py");
    assertThat(bob.messages().last()).not().containsText(FENCE);
    assertThat(bob.messages().last().getByRole(AriaRole.LINK)).hasCount(0);
    assertThat(code(bob).getByRole(AriaRole.CODE)).hasCSS("font-family", Pattern.compile("mono"));
  }

  @Test
  void codeSpansAreMonospaceAndHoldNoLinks() {
    Person alice = person();
    alice.createRoom();
    alice.say("run `curl https://example.org` now");

    Locator span = alice.messages().last().getByRole(AriaRole.CODE);
    assertThat(span).hasText("curl https://example.org");
    assertThat(span).hasCSS("font-family", Pattern.compile("mono"));
    assertThat(alice.messages().last().getByRole(AriaRole.LINK)).hasCount(0);
  }

  @Test
  void longLinesOfCodeScrollByThemselvesAndByKeyboard() {
    Person alice = person(new Browser.NewContextOptions().setViewportSize(320, 568));
    alice.createRoom();
    alice.say(FENCE + "\n" + "long line ".repeat(40) + "\n" + FENCE);

    // Chromium makes what scrolls a stop of the keyboard by itself; others do not.
    assertThat(code(alice)).hasAttribute("tabindex", "0");
    assertEquals(0, alice.log().evaluate("log => log.scrollWidth - log.clientWidth"));
    alice.log().focus();
    alice.page.keyboard().press("Tab");
    assertThat(code(alice)).isFocused();
    alice.page.keyboard().press("ArrowRight");
    alice.page.waitForCondition(() -> (int) code(alice).evaluate("e => e.scrollLeft") > 0);
  }

  @Test
  void copyCopiesExactlyTheCodeAndSaysSo() {
    Person alice = personWithClipboard();
    alice.createRoom();
    String code = "  a\t<b>\n\nc";
    alice.say("this:\n" + FENCE + "sh\n" + code + "\n" + FENCE);

    alice.button("Copy").click();
    assertThat(alice.status()).hasText("Code copied.");
    assertEquals(code, alice.clipboard());
  }

  @Test
  void codeIsSelectedWhereTheBrowserDoesNotLetItBeCopied() {
    Person alice = person();
    alice.createRoom();
    alice.say("this:\n" + FENCE + "\none\ntwo\n" + FENCE);
    alice.page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject())");

    alice.button("Copy").click();
    alice.assertTold("The code is selected now");
    assertEquals("one\ntwo", alice.page.evaluate("getSelection().toString()"));
  }

  /** The relay's time stands still for this person, save that messages come so much later each. */
  private static Person atTimes(Person person, Duration... since) {
    long[] first = {0};
    int[] next = {0};
    person.page.routeWebSocket(
        "**/ws",
        toPage -> {
          WebSocketRoute toRelay = toPage.connectToServer();
          toRelay.onMessage(
              (WebSocketFrame frame) -> {
                if (frame.binary() == null) {
                  toPage.send(frame.text());
                  return;
                }
                ByteBuffer message = ByteBuffer.wrap(frame.binary());
                if (next[0] == 0) {
                  // On the minute, so that none ends by chance while the test runs.
                  first[0] = message.getLong(TIMESTAMP_AT) / 60_000 * 60_000;
                }
                message.putLong(TIMESTAMP_AT, first[0] + since[next[0]++].toMillis());
                toPage.send(message.array());
              });
        });
    return person;
  }

  private static Locator sender(Person reader, int message) {
    return reader.messages().nth(message).locator("bdi");
  }

  private static Locator time(Person reader, int message) {
    return reader.messages().nth(message).getByRole(AriaRole.TIME);
  }

  private static Locator code(Person reader) {
    return reader.messages().last().getByRole(AriaRole.GROUP, CODE);
  }

  private static void assertShown(Locator... elements) {
    for (Locator element : elements) {
      assertTrue(seen(element), () -> element + " is hidden");
    }
  }

  private static void assertHidden(Locator element) {
    assertTrue(!seen(element), () -> element + " is shown");
  }

  /** Whether something is for the eye, for what is for the ear alone is clipped away. */
  private static boolean seen(Locator element) {
    return (boolean)
        element.evaluate(
            "e => { e.scrollIntoView({ block: 'nearest' });"
                + "const { x, y, width, height } = e.getBoundingClientRect();"
                + "return document.elementsFromPoint(x + width / 2, y + height / 2).includes(e) }");
  }
}
