package network.pug.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ConversationTest extends BrowserTest {

  ConversationTest() throws IOException {}

  @Test
  void twoPeopleTalkBothWays() {
    Person alice = person();
    Person bob = person().join(alice.createRoom());

    alice.say("Hello, Bob!");
    bob.assertReads("Hello, Bob!");
    bob.say("Grüße, Alice 👋");
    alice.assertReads("Grüße, Alice 👋");

    assertEquals(alice.messages().allInnerTexts(), bob.messages().allInnerTexts());
  }

  @Test
  void threePeopleReadTheSameInTheSameOrder() {
    Person alice = person();
    String link = alice.createRoomFor(3);
    List<Person> everybody = List.of(alice, person().join(link), person().join(link));

    for (Person speaker : everybody) {
      speaker.say("first of " + speaker.name());
      speaker.say("second of " + speaker.name());
    }

    for (Person reader : everybody) {
      assertThat(reader.messages()).hasCount(6);
    }
    Set<List<String>> readings =
        Set.copyOf(everybody.stream().map(p -> p.messages().allInnerTexts()).toList());
    assertEquals(1, readings.size(), readings::toString);
  }

  @Test
  void everyMessageShowsItsSenderItsTimeAndItsText() {
    Person alice = person();
    Person bob = person().join(alice.createRoom());

    alice.say("who, when, what");

    bob.assertReads("who, when, what");
    assertThat(bob.messages().last()).containsText(alice.name());
    assertThat(bob.messages().last().getByRole(AriaRole.TIME)).hasText(Pattern.compile("\\d"));
  }

  @Test
  void everybodySeesWhoIsThereAndOneselfMarked() {
    Person alice = person();
    Person bob = person().join(alice.createRoom());

    assertThat(alice.members()).hasText(new String[] {alice.name() + " (you)", bob.name()});
    assertThat(bob.members()).hasText(new String[] {alice.name(), bob.name() + " (you)"});
  }

  @Test
  void comingAndGoingIsNoted() {
    Person alice = person();
    Person bob = person().join(alice.createRoom());
    String name = bob.name();

    alice.assertNotes(name + " joined");
    bob.leave();
    alice.assertNotes(name + " left");
    assertThat(alice.members()).hasCount(1);
  }

  @Test
  void enterSendsAndShiftEnterBreaksTheLine() {
    Person alice = person();
    alice.createRoom();
    Locator box = alice.textbox("Message");

    box.pressSequentially("one");
    box.press("Shift+Enter");
    box.pressSequentially("two");
    assertThat(alice.messages()).hasCount(0);
    box.press("Enter");

    alice.assertReads("one\ntwo");
    assertThat(box).hasValue("");
  }

  @Test
  void theSendButtonSends() {
    Person alice = person();
    alice.createRoom();
    alice.textbox("Message").fill("by button");
    alice.button("Send").click();
    alice.assertReads("by button");
  }

  @Test
  void nothingIsSentForNothing() {
    Person alice = person();
    alice.createRoom();
    alice.say("  ");
    alice.say("something");
    alice.assertReads("something");
    assertThat(alice.messages()).hasCount(1);
  }

  @Test
  void aMessageThatIsTooLongIsToldAndKept() {
    Person alice = person();
    alice.createRoom();
    String text = "x".repeat(70_000);
    alice.say(text);
    alice.assertTold("too long");
    assertThat(alice.textbox("Message")).hasValue(text);
    assertThat(alice.messages()).hasCount(0);
  }

  @Test
  void linksOfTheWebBecomeAnchorsAndNothingElseDoes() {
    Person alice = person();
    Person bob = person().join(alice.createRoom());

    alice.say("https://example.org/a?b=c#d javascript:alert(1) data:text/html,x ftp://example.org");

    bob.assertReads("javascript:alert(1)");
    Locator link = bob.messages().last().getByRole(AriaRole.LINK);
    assertThat(link).hasCount(1);
    assertThat(link).hasText("https://example.org/a?b=c#d");
    assertThat(link).hasAttribute("href", "https://example.org/a?b=c#d");
    assertThat(link).hasAttribute("rel", "noreferrer noopener");
    assertThat(link).hasAttribute("target", "_blank");
  }

  @Test
  void markupIsTextAndNothingMore() {
    Person alice = person();
    Person bob = person().join(alice.createRoom());
    String markup = "<img src=/x onerror=alert(1)><script>alert(2)</script>&amp;";

    alice.say(markup);

    bob.assertReads(markup);
    assertThat(bob.messages().last().locator("img, script")).hasCount(0);
  }
}
