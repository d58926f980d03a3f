package network.pug.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Everything can be reached and done with the keyboard alone. */
class KeyboardTest extends BrowserTest {

  private static final int MOST_STOPS = 30;

  KeyboardTest() throws IOException {}

  @Test
  void aRoomIsCreatedTalkedInAndPurgedWithoutAMouse() {
    Person alice = person().visit();
    assertThat(alice.button("Create room")).isEnabled();
    tabTo(alice, alice.combobox("Participants"));
    alice.page.keyboard().press("ArrowDown");
    assertThat(alice.combobox("Participants")).hasValue("3");
    tabTo(alice, alice.button("Create room"));
    alice.page.keyboard().press("Enter");
    alice.assertInRoom();

    tabTo(alice, alice.textbox("Message"));
    alice.page.keyboard().type("typed");
    alice.page.keyboard().press("Enter");
    alice.assertReads("typed");
    assertThat(alice.textbox("Message")).isFocused();

    tabTo(alice, alice.button("Show QR code"));
    alice.page.keyboard().press("Enter");
    Locator code = alice.role(AriaRole.IMG, "QR code of the room link");
    assertThat(code).isVisible();
    alice.page.keyboard().press("Escape");
    assertThat(code).isHidden();

    tabTo(alice, alice.button("Purge room"));
    alice.page.keyboard().press("Enter");
    assertThat(alice.role(AriaRole.DIALOG, "Purge room?")).isVisible();
    alice.page.keyboard().press("Escape");
    assertThat(alice.button("Purge room")).isFocused();
    alice.page.keyboard().press("Enter");
    tabTo(alice, alice.dialogButton("Purge"));
    alice.page.keyboard().press("Enter");
    alice.assertGone("purged");
    assertThat(alice.role(AriaRole.HEADING, "This room is gone")).isFocused();
  }

  @Test
  void whatHasTheFocusShowsIt() {
    Person alice = person().visit();
    assertThat(alice.button("Create room")).isEnabled();
    tabTo(alice, alice.button("Create room"));
    assertThat(alice.button("Create room")).not().hasCSS("outline-style", "none");
  }

  private static void tabTo(Person person, Locator wanted) {
    for (int stops = 0; stops < MOST_STOPS; stops++) {
      if ((boolean) wanted.evaluate("element => element === document.activeElement")) {
        return;
      }
      person.page.keyboard().press("Tab");
    }
    throw new AssertionError("no way to " + wanted + " by Tab");
  }
}
