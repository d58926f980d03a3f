package network.pug.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.JSHandle;
import java.io.IOException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Joining by what one pastes: a link that did not open, or a key that was sent apart from it. */
class PastingTest extends BrowserTest {

  private static final String OTHER_SECRET = "s=AAAAAAAAAAAAAAAAAAAAAA";

  PastingTest() throws IOException {}

  @Test
  void linkAndKeyThatCameSeparatelyLeadIntoTheRoom() {
    Person alice = person();
    String link = alice.createRoom();
    Person bob = person().open(addressOf(link));
    bob.assertProblem("This link has no key", "send the full link again");
    paste(bob, "Room key", keyOf(link));

    bob.assertInRoom();
    assertThat(bob.textbox("Room link")).hasValue(link);
    bob.say("both halves are here");
    alice.assertReads("both halves are here");
  }

  @Test
  void aKeyIsReadInTheGroupsThatItWasReadOutIn() {
    String link = person().createRoom();
    Person bob = person().open(addressOf(link));
    paste(bob, "Room key", keyOf(link).replaceAll("(.{4})", "$1 "));
    bob.assertInRoom();
  }

  @Test
  void theFullLinkWillDoForTheKey() {
    String link = person().createRoom();
    Person bob = person().open(addressOf(link));
    paste(bob, "Room key", link);
    bob.assertInRoom();
  }

  static Stream<Arguments> wrongKeys() {
    return Stream.of(
        wrong(key -> "", "nothing in the box"),
        wrong(key -> "Here it is:", "not a room key"),
        wrong(key -> key.replace("k=", "k=x"), "incomplete or changed"),
        wrong(key -> key.replaceFirst("&s=.*", ""), "from &s= on, is missing"),
        wrong(key -> key.substring(0, key.length() - 1), "incomplete or changed"),
        wrong(key -> "https://other.example/r/HxxbL613hDQCTxU3mGNGkg#" + key, "another server"));
  }

  private static Arguments wrong(UnaryOperator<String> change, String told) {
    return Arguments.of(change, told);
  }

  @ParameterizedTest
  @MethodSource("wrongKeys")
  void whatIsWrongWithAKeyIsToldAndItStaysInTheBox(UnaryOperator<String> change, String told) {
    String link = person().createRoom();
    Person bob = person().open(addressOf(link));
    String wrong = change.apply(keyOf(link));
    paste(bob, "Room key", wrong);
    bob.assertTold(told);
    assertThat(bob.textbox("Room key")).hasValue(wrong);
    assertThat(bob.textbox("Room key")).isFocused();
  }

  @Test
  void aKeyOfAnotherRoomIsToldAndTheRightOneStillJoins() {
    String link = person().createRoom();
    Person bob = person().open(addressOf(link));
    String wrong = keyOf(link).replaceFirst("s=.*", OTHER_SECRET);
    paste(bob, "Room key", wrong);
    bob.assertProblem("This link has no key", "The server did not accept this key");
    assertThat(bob.textbox("Room key")).hasValue(wrong);
    paste(bob, "Room key", keyOf(link));
    bob.assertInRoom();
  }

  @Test
  void aDamagedLinkIsMendedWithItsKey() {
    String link = person().createRoom();
    Person bob = person().open(link.replaceFirst("s=.*", OTHER_SECRET));
    bob.assertProblem("This link does not open the room", "Its secret is wrong");
    paste(bob, "Room key", keyOf(link));
    bob.assertInRoom();
  }

  @Test
  void theFirstPageTakesAFullLinkEvenOneThatAMailFilterBroke() {
    String link = person().createRoom();
    Person bob = person().visit();
    paste(bob, "Full link", link.replace("#", "%23"));
    bob.assertInRoom();
    assertEquals(addressOf(link), bob.page.url());
  }

  @Test
  void theFirstPageAsksForTheKeyOfALinkWithoutOne() {
    String link = person().createRoom();
    Person bob = person().visit();
    paste(bob, "Full link", addressOf(link));
    bob.assertProblem("This link has no key", "send the full link again");
    paste(bob, "Room key", keyOf(link));
    bob.assertInRoom();
  }

  @Test
  void aLinkOfAnotherRelayIsToldAndNotFollowed() {
    Person bob = person().visit();
    String before = bob.page.url();
    String foreign = "https://other.example/r/HxxbL613hDQCTxU3mGNGkg#k=x&s=y";
    paste(bob, "Full link", foreign);
    bob.assertTold("leads to another server");
    assertEquals(before, bob.page.url());
    assertThat(bob.textbox("Full link")).hasValue(foreign);
  }

  @Test
  void whatIsNoLinkIsTold() {
    Person bob = person().visit();
    paste(bob, "Full link", "k=something");
    bob.assertTold("not a complete room link");
  }

  @Test
  void nothingOfTheKeyStaysInBoxDocumentOrHistory() {
    String link = person().createRoom();
    Person bob = person().open(addressOf(link));
    JSHandle box = bob.page.evaluateHandle("document.querySelector('.join input')");
    paste(bob, "Room key", keyOf(link));
    bob.assertInRoom();

    assertEquals("", box.evaluate("({ value }) => value"));
    assertEquals(addressOf(link), bob.page.url());
    assertEquals("null", bob.page.evaluate("JSON.stringify(history.state)"));
    assertFalse(bob.page.content().contains(keyOf(link).substring(2, 45)));
  }

  private static void paste(Person person, String box, String text) {
    person.textbox(box).fill(text);
    person.button("Join").click();
  }
}
