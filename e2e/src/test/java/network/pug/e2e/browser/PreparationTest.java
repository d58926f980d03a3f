package network.pug.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The proof of work, in a relay that asks for far more of it than anyone has patience for. */
class PreparationTest extends BrowserTest {

  PreparationTest() throws IOException {
    super("--pow-difficulty=32", "--max-capacity=4", "--default-capacity=3");
  }

  @Test
  void progressIsShownAndCancelEndsIt() {
    Person alice = person().visit();
    alice.button("Create room").click();
    Locator progress = alice.role(AriaRole.PROGRESSBAR, "Preparing room");
    assertThat(progress).isVisible();
    assertThat(progress).hasAttribute("value", Pattern.compile("0\\.0*[1-9].*|[1-9].*e-.*"));

    alice.button("Cancel").click();

    assertThat(progress).isHidden();
    assertThat(alice.status()).hasText("Cancelled. No room was created.");
    assertThat(alice.alert()).hasCount(0);
    assertThat(alice.button("Create room")).isFocused();
  }

  @Test
  void theKeyThatStartsItAndIsHeldDownDoesNotCancelIt() {
    Person alice = person().visit();
    alice.button("Create room").focus();
    alice.page.keyboard().down("Enter");
    assertThat(alice.button("Cancel")).isFocused();
    alice.page.keyboard().down("Enter");
    assertThat(alice.role(AriaRole.PROGRESSBAR, "Preparing room")).isVisible();
    assertThat(alice.button("Cancel")).isFocused();
    alice.page.keyboard().up("Enter");
  }

  @Test
  void theRelaysLimitsAreOffered() {
    Person alice = person().visit();
    Locator participants = alice.combobox("Participants");
    assertThat(participants).hasValue("3");
    assertThat(participants.locator("option"))
        .hasText(new String[] {"2 people", "3 people", "4 people"});
    assertThat(alice.combobox("Room lifetime")).hasValue("3600");
  }
}
