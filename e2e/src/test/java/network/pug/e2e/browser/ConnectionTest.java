package network.pug.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A line that breaks, and comes back. */
class ConnectionTest extends BrowserTest {

  private static final Page.GetByTextOptions CONNECTED = new Page.GetByTextOptions().setExact(true);

  private Cable cable;

  ConnectionTest() throws IOException {}

  @BeforeEach
  void lay() throws IOException {
    cable = new Cable(home.getPort());
  }

  @AfterEach
  void take() throws IOException {
    cable.close();
  }

  @Test
  void aLostConnectionIsShownAtOnceAndRejoinedWithWhatWasTyped() throws Exception {
    Person alice = person();
    String link = alice.createRoom();
    Person bob = atTheCable().join(throughTheCable(link));
    bob.textbox("Message").fill("half a thou");

    assertThat(bob.page.getByText("Connected", CONNECTED)).isVisible();

    cable.cut();
    bob.assertTold("connection is lost");
    bob.assertNotes("connection was lost");
    assertThat(bob.page.getByText("Reconnecting")).isVisible();
    assertThat(bob.button("Try now")).isVisible();
    alice.assertNotes("left");
    bob.textbox("Message").press("Enter");
    bob.assertTold("Not sent");
    assertThat(bob.textbox("Message")).hasValue("half a thou");

    cable.mend();
    bob.assertNotes("Connected again");
    bob.assertNotes("What others sent meanwhile did not reach you, and cannot be fetched");
    assertThat(bob.page.getByText("Connected", CONNECTED)).isVisible();
    assertThat(bob.button("Try now")).hasCount(0);
    assertThat(bob.alert()).hasCount(0);
    bob.textbox("Message").pressSequentially("ght");
    bob.textbox("Message").press("Enter");
    alice.assertReads("half a thought");
  }

  @Test
  void whoeverChangesNetworksJoinsAnewForTheOldConnectionMayBeDead() {
    Person alice = person();
    Person bob = person().join(alice.createRoom());
    bob.page.evaluate("dispatchEvent(new Event('offline'))");
    bob.assertTold("Your device is offline");
    assertThat(bob.page.getByText("Offline", CONNECTED)).isVisible();
    bob.textbox("Message").fill("kept");
    bob.page.evaluate("dispatchEvent(new Event('online'))");
    bob.assertNotes("Connected again");
    assertThat(bob.alert()).hasCount(0);
    bob.textbox("Message").press("Enter");
    alice.assertReads("kept");
    assertThat(alice.members()).hasCount(2);
    assertThat(bob.members()).hasCount(2);
  }

  @Test
  void aRoomOutlivesTheChangeOfNetworksOfTheOnlyOneInIt() {
    Person alice = person();
    String link = alice.createRoom();
    alice.page.evaluate("dispatchEvent(new Event('offline'))");
    alice.page.evaluate("dispatchEvent(new Event('online'))");
    alice.assertNotes("Connected again");
    alice.assertNotes("You cannot purge the room any more");
    Person bob = person().join(link);
    bob.say("still here");
    alice.assertReads("still here");
  }

  @Test
  void aRoomIsEnteredBeforeTheLimitsAreKnown() {
    Person alice = person();
    String link = alice.createRoom();
    Person bob = person();
    bob.page.route("**/api/limits", route -> {});
    bob.join(link);
    bob.say("no need to wait");
    alice.assertReads("no need to wait");
  }

  @Test
  void oneCanHurryTheNextAttempt() throws Exception {
    Person alice = person();
    String link = alice.createRoom();
    Person bob = atTheCable();
    bob.page.clock().install();
    bob.join(throughTheCable(link));
    bob.page.clock().pauseAt(System.currentTimeMillis() + 600_000);
    cable.cut();
    assertThat(bob.button("Try now")).isVisible();
    cable.mend();
    assertThat(bob.page.getByText("Reconnecting")).isVisible();

    bob.button("Try now").click();
    assertThat(bob.page.getByText("Connected", CONNECTED)).isVisible();
    assertThat(bob.textbox("Message")).isFocused();
  }

  @Test
  void aRoomThatIsGoneWhenTheLineComesBackIsToldAsGone() throws Exception {
    Person alice = person();
    Person bob = atTheCable().join(throughTheCable(alice.createRoom()));
    cable.cut();
    bob.assertTold("connection is lost");
    alice.button("Leave").click();
    assertThat(alice.button("Create room")).isVisible();
    cable.mend();
    bob.assertGone("not found");
  }

  @Test
  void aRelayThatCannotBeReachedIsToldAndTriedAgain() throws Exception {
    Person alice = atTheCable();
    alice.open(cable.base() + "/");
    assertThat(alice.button("Create room")).isEnabled();
    cable.cut();
    alice.button("Create room").click();
    alice.assertTold("The server cannot be reached");
    cable.mend();
    alice.button("Create room").click();
    alice.assertInRoom();
  }

  private Person atTheCable() {
    return person()
        .expectHost(cable.base().getAuthority())
        .expectComplaints("net::ERR_", "WebSocket connection");
  }

  private String throughTheCable(String link) {
    URI direct = URI.create(link);
    return cable.base().resolve(direct.getRawPath() + "#" + direct.getRawFragment()).toString();
  }
}
