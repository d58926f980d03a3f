package network.pug.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page that does not arrive whole, or in a browser without what it needs: it says so. */
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

    alice.context.unrouteAll();
    alice.button("Show QR code").click();
    assertThat(alice.role(AriaRole.IMG, "QR code of the room link")).isVisible();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AbortSignal.any",
        "AbortSignal.timeout",
        "HTMLDialogElement.prototype.showModal",
        "HTMLElement.prototype.showPopover",
        "String.prototype.isWellFormed",
        "String.prototype.toWellFormed",
        "URL.canParse"
      })
  void aBrowserThatLacksWhatThePageNeedsIsTold(String feature) {
    Person alice = person();
    alice.context.addInitScript("delete " + feature);
    alice.visit();
    alice.assertProblem("This browser is too old", "Update it");
  }

  private Person withoutModule(String name) {
    Person person = person().expectComplaints("net::ERR_FAILED");
    person.context.route("**/js/" + name + "*.js", Route::abort);
    return person;
  }
}
