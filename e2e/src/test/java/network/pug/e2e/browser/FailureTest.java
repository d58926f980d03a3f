package network.pug.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Parts of the page that do not arrive: it says so, and what to do. */
class FailureTest extends BrowserTest {

  FailureTest() throws IOException {}

  @Test
  void aPuzzleThatCannotBeSolvedIsTold() {
    Person alice = withoutModule("pow-worker").visit();
    alice.button("Create room").click();
    alice.assertTold("Reload the page and try again");
    assertThat(alice.button("Create room")).isVisible();
  }

  @Test
  void aQrCodeThatCannotBeLoadedIsToldAndTheLinkIsStillThere() {
    Person alice = withoutModule("qr");
    String link = alice.createRoom();
    alice.button("Show QR code").click();
    alice.assertTold("Copy link gives the same link");
    assertThat(alice.role(AriaRole.IMG, "QR code of the room link")).hasCount(0);
    assertThat(alice.textbox("Room link")).hasValue(link);
  }

  private Person withoutModule(String name) {
    Person person = person().expectComplaints("net::ERR_FAILED");
    person.context.route("**/js/" + name + "*.js", Route::abort);
    return person;
  }
}
