package network.pug.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reading a long conversation: what is long folds, and what is read stays where it is. */
class ReadingTest extends BrowserTest {

  private static final int MOST_ENTRIES = 1000;
  private static final String JUMP = "Jump to latest";
  private static final double PIXEL = 1;

  ReadingTest() throws IOException {
    super("--message-rate=0");
  }

  @Test
  void longMessagesFoldAndUnfoldByKeyboard() {
    Person alice = person();
    Person bob = person().join(alice.createRoom());
    alice.say(lines(40));
    bob.assertReads("line 40");

    for (Person reader : new Person[] {alice, bob}) {
      Locator message = reader.messages().last();
      assertExpanded(reader.button("Show all"), false);
      double folded = height(message);
      reader.button("Show all").focus();
      reader.page.keyboard().press("Enter");
      assertExpanded(reader.button("Show less"), true);
      assertThat(reader.button("Show less")).isFocused();
      assertTrue(height(message) > 2 * folded);
      reader.page.keyboard().press("Space");
      assertExpanded(reader.button("Show all"), false);
      assertEquals(folded, height(message), PIXEL);
    }
  }

  @Test
  void shortMessagesDoNotFold() {
    Person alice = person();
    alice.createRoom();
    alice.say(lines(15));
    alice.assertReads("line 15");
    assertThat(alice.button("Show all")).isHidden();
  }

  @Test
  void whatIsReadStaysInPlaceWhenItUnfoldsAndTheButtonWhenItFolds() {
    Person alice = person();
    alice.createRoom();
    alice.say(lines(12));
    alice.say(lines(80));
    alice.assertReads("line 80");
    Locator message = alice.messages().last();

    double top = top(message);
    alice.button("Show all").click();
    settle(alice);
    assertEquals(top, top(message), PIXEL);

    alice.button("Show less").scrollIntoViewIfNeeded();
    settle(alice);
    double button = top(alice.button("Show less"));
    alice.button("Show less").click();
    settle(alice);
    assertEquals(button, top(alice.button("Show all")), PIXEL);
  }

  @Test
  void theFocusUnfoldsWhatItIsIn() {
    Person alice = person();
    alice.createRoom();
    alice.say(lines(40) + "\nhttps://example.org/");
    alice.assertReads("line 40");

    alice.log().focus();
    alice.page.keyboard().press("Tab");
    Locator link = alice.role(AriaRole.LINK, "https://example.org/");
    assertThat(link).isFocused();
    assertExpanded(alice.button("Show less"), true);
    assertThat(link).isInViewport();
  }

  @Test
  void anUnfoldedMessageIsNotScrolledAwayByTheNext() {
    Person alice = person();
    Person bob = person().join(alice.createRoom());
    alice.say(lines(80));
    bob.button("Show all").click();
    settle(bob);
    double top = top(bob.messages().first());

    alice.say("and then");
    bob.assertReads("and then");
    assertThat(bob.button(JUMP + ": 1 new message")).isVisible();
    assertEquals(top, top(bob.messages().first()), PIXEL);
  }

  @Test
  void newMessagesAreCountedBelowAndAreOneClickAway() {
    Person alice = person();
    Person bob = person().join(alice.createRoom());
    fill(alice, 30);
    bob.assertReads("message 30");
    assertThat(bob.button(JUMP)).isHidden();

    scrollUp(bob);
    assertThat(bob.button(JUMP)).isVisible();
    double top = top(bob.messages().first());
    alice.say("news");
    assertThat(bob.button(JUMP + ": 1 new message")).isVisible();
    alice.say("more news");
    alice.say("no news");
    Locator jump = bob.button(JUMP + ": 3 new messages");
    assertThat(jump).isVisible();
    assertEquals(top, top(bob.messages().first()), PIXEL);
    assertTrue(height(jump) >= 44);

    jump.click();
    assertThat(bob.messages().last()).isInViewport();
    assertThat(jump).isHidden();
    scrollUp(bob);
    assertThat(bob.button(JUMP)).isVisible();
  }

  @Test
  void theWayToTheLatestIsNoJourneyWhereMotionIsReduced() {
    Person alice = person(motionless(1280, 720));
    alice.createRoom();
    fill(alice, 30);
    alice.assertReads("message 30");
    scrollUp(alice);
    assertThat(alice.button(JUMP)).isVisible();

    // In one step, so that no frame passes between the click and the look.
    String jumpAndLook =
        "jump => { jump.click(); const log = jump.previousElementSibling;"
            + "return Math.round(log.scrollHeight - log.scrollTop - log.clientHeight) }";
    assertEquals(0, alice.button(JUMP).evaluate(jumpAndLook));
  }

  @Test
  void theWayToTheLatestIsOneTabFromTheLogAndKeepsTheFocusThere() {
    Person alice = person();
    alice.createRoom();
    fill(alice, 30);
    alice.assertReads("message 30");
    alice.log().focus();
    alice.page.keyboard().press("Home");
    assertThat(alice.button(JUMP)).isVisible();

    alice.page.keyboard().press("Tab");
    assertThat(alice.button(JUMP)).isFocused();
    alice.page.keyboard().press("Enter");
    assertThat(alice.log()).isFocused();
    assertThat(alice.messages().last()).isInViewport();
  }

  @Test
  void scrollingDownBringsTheLatestToo() {
    Person alice = person();
    alice.createRoom();
    fill(alice, 30);
    alice.assertReads("message 30");
    scrollUp(alice);
    assertThat(alice.button(JUMP)).isVisible();

    alice.log().hover();
    alice.page.mouse().wheel(0, 100_000);
    assertThat(alice.button(JUMP)).isHidden();
  }

  @Test
  void onesOwnMessageIsSeenWhereverOneWasReading() {
    Person alice = person();
    alice.createRoom();
    fill(alice, 30);
    alice.assertReads("message 30");
    scrollUp(alice);
    assertThat(alice.button(JUMP)).isVisible();

    alice.say("mine");
    assertThat(alice.messages().last()).isInViewport();
    assertThat(alice.button(JUMP)).isHidden();
  }

  @Test
  void theOldestGoAndWhatIsLeftStillHasANameAndItsPlace() {
    Person alice = person();
    Person bob = person().join(alice.createRoom());
    fill(alice, MOST_ENTRIES);
    bob.assertReads("message " + MOST_ENTRIES);
    assertThat(bob.messages()).hasCount(MOST_ENTRIES);

    scrollUp(bob);
    assertThat(bob.button(JUMP)).isVisible();
    double top = top(bob.messages().nth(900));
    alice.say("last");
    bob.assertReads("last");
    assertThat(bob.messages()).hasCount(MOST_ENTRIES);
    assertThat(bob.messages().first()).containsText("message 2");
    assertEquals(top, top(bob.messages().nth(899)), PIXEL);
    assertTrue(width(bob.messages().first().locator("bdi")) > PIXEL);
    assertEquals(PIXEL, width(bob.messages().nth(1).locator("bdi")));
  }

  private static String lines(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> "line " + i)
        .collect(Collectors.joining("\n"));
  }

  /** Says many messages, faster than by typing. */
  private static void fill(Person person, int count) {
    person
        .textbox("Message")
        .evaluate(
            "(box, count) => { for (let i = 1; i <= count; i++) { box.value = 'message ' + i;"
                + "box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' })) } }",
            count);
  }

  private static void scrollUp(Person person) {
    person.log().hover();
    person.page.mouse().wheel(0, -600);
  }

  /** Waits until what was changed has been laid out and drawn. */
  private static void settle(Person person) {
    person.page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
  }

  private static void assertExpanded(Locator button, boolean expanded) {
    assertThat(button).hasAttribute("aria-expanded", Boolean.toString(expanded));
  }

  private static double top(Locator element) {
    return element.boundingBox().y;
  }

  private static double height(Locator element) {
    return element.boundingBox().height;
  }

  private static double width(Locator element) {
    return element.boundingBox().width;
  }
}
