package network.pug.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What one may choose, on the first page and in a room. */
class SettingsTest extends BrowserTest {

  SettingsTest() throws IOException {
    super("--min-ttl=60", "--max-ttl=172800");
  }

  @Test
  void theColoursAreTheDevicesUntilOneChoosesOthersAndAgainAfterAReload() {
    Person alice = person(new Browser.NewContextOptions().setColorScheme(ColorScheme.LIGHT));
    alice.visit();
    String light = alice.background();
    alice.combobox("Colours").selectOption("Dark");
    String dark = alice.background();
    assertNotEquals(light, dark);

    alice.button("Create room").click();
    alice.assertInRoom();
    assertEquals(dark, alice.background());
    alice.button("Settings").click();
    assertThat(alice.combobox("Colours")).hasValue("dark");
    alice.combobox("Colours").selectOption("Automatic");
    assertEquals(light, alice.background());

    alice.combobox("Colours").selectOption("Dark");
    alice.page.navigate(home + "/");
    assertThat(alice.button("Create room")).isVisible();
    assertEquals(light, alice.background());
  }

  @Test
  void languageAndColoursStayAsOneChoseThemWhenTheRoomIsOver() {
    Person alice = person();
    alice.createRoom();
    alice.button("Settings").click();
    alice.combobox("Colours").selectOption("dark");
    String dark = alice.background();
    alice.combobox("Language").selectOption("de");
    alice.page.keyboard().press("Escape");
    alice.button("Verlassen").click();
    assertThat(alice.button("Raum erstellen")).isVisible();
    assertEquals(dark, alice.background());
    assertThat(alice.combobox("Farben")).hasValue("dark");
    assertEquals(home + "/", alice.page.url());
  }

  @Test
  void aRoomMayLiveAnyTimeThatTheRelayAllows() {
    Person alice = person().visit();
    alice.combobox("Room lifetime").selectOption("other");
    amount(alice).fill("7");
    alice.combobox("Unit").selectOption("minutes");
    alice.button("Create room").click();
    alice.assertInRoom();
    assertThat(alice.role(AriaRole.TIMER, "Time left")).hasText(Pattern.compile("6:[0-5]\\d"));
  }

  @Test
  void aTimeThatTheRelayDoesNotAllowIsToldAndKept() {
    Person alice = person().visit();
    alice.combobox("Room lifetime").selectOption("other");
    alice.combobox("Unit").selectOption("days");
    for (String amount : new String[] {"3", "0", "-1", "1.000001", ""}) {
      amount(alice).fill(amount);
      alice.button("Create room").click();
      alice.assertTold("A room here lives from 1 minute to 48 hours.");
      assertThat(amount(alice)).hasValue(amount);
    }
    amount(alice).fill("2");
    alice.button("Create room").click();
    alice.assertInRoom();
  }

  private static Locator amount(Person person) {
    return person.role(AriaRole.SPINBUTTON, "Amount");
  }
}
