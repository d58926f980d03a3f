package network.pug.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Links, whole and broken, and who gets in by them. */
class AdmissionTest extends BrowserTest {

  AdmissionTest() throws IOException {}

  @Test
  void aFullRoomRefusesAndLetsInWhenSomebodyHasLeft() {
    Person alice = person();
    String link = alice.createRoom();
    Person bob = person().join(link);
    Person carol = person().open(link);

    carol.assertTold("Try again when somebody has left");
    assertThat(alice.members()).hasCount(2);

    bob.leave();
    assertThat(alice.members()).hasCount(1);
    carol.button("Try again").click();
    carol.assertInRoom();
  }

  @Test
  void aLinkMangledByAMailFilterIsRepaired() {
    Person alice = person();
    Person bob = person().join(alice.createRoom().replace("#", "%23"));
    bob.say("made it");
    alice.assertReads("made it");
  }

  @Test
  void aLinkWithoutItsKeySaysHowToGetTheFullOne() {
    String link = person().createRoom();
    Person bob = person().open(link.substring(0, link.indexOf('#')));
    bob.assertProblem("This link has no key", "send the full link again");
  }

  @Test
  void aLinkWithADamagedKeySaysSo() {
    String link = person().createRoom();
    Person bob = person().open(link.replaceFirst("k=....", "k="));
    bob.assertProblem("This link’s key is damaged", "Ask whoever invited you");
  }

  @Test
  void aLinkWithoutItsSecretSaysSo() {
    String link = person().createRoom();
    Person bob = person().open(link.replaceFirst("&s=.*", ""));
    bob.assertProblem("This link is incomplete", "not the secret that opens the room");
  }

  @Test
  void aLinkWithAnotherSecretIsRefused() {
    String link = person().createRoom();
    Person mallory = person().open(link.replaceFirst("&s=.*", "&s=AAAAAAAAAAAAAAAAAAAAAA"));
    mallory.assertProblem("This link does not open the room", "secret is wrong");
  }

  @Test
  void aRoomThatNeverWasIsGone() {
    String link = person().createRoom();
    Person bob = person().open(link.replaceFirst("/r/[^#]*", "/r/AAAAAAAAAAAAAAAAAAAAAA"));
    bob.assertGone("not found");
  }

  @Test
  void anotherKeyOpensTheRoomButReadsNothing() {
    Person alice = person();
    String link = alice.createRoom();
    Person mallory = person().join(link.replaceFirst("k=[^&]*", "k=" + "A".repeat(43)));
    alice.say("not for Mallory");
    mallory.assertNotes("could not be opened");
    assertThat(mallory.messages()).hasCount(0);
  }

  @Test
  void withoutEncryptionThePageSaysWhyAndWhatToDo() {
    String plainHost = Chromium.PLAIN_HOST + ":" + home.getPort();
    Person bob =
        person().expectHost(plainHost).expectComplaints("Cross-Origin-Opener-Policy header");
    bob.open("http://" + plainHost + "/");
    bob.assertTold("Open it with https");
  }
}
