package network.pug.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every screen, in both themes, on a desk and on a small telephone: nothing for axe to find. */
class AccessibilityTest extends BrowserTest {

  /** Loses the next message on its way. */
  private static final String LOSE_ONE =
      """
      (() => {
        const { send } = WebSocket.prototype;
        WebSocket.prototype.send = function () {
          WebSocket.prototype.send = send;
        };
      })()
      """;

  AccessibilityTest() throws IOException {}

  @ParameterizedTest
  @CsvSource({"LIGHT,1280", "DARK,1280", "LIGHT,320", "DARK,320"})
  void axeFindsNothingOnTheWayIntoARoom(ColorScheme theme, int width) {
    Person alice = person(theme, width).visit();
    assertThat(alice.button("Create room")).isEnabled();
    assertNoFindings(alice, "home");

    alice.combobox("Room lifetime").selectOption("other");
    alice.role(AriaRole.SPINBUTTON, "Amount").fill("0");
    alice.button("Create room").click();
    assertThat(alice.alert()).isVisible();
    assertNoFindings(alice, "home with a lifetime that is not possible");

    alice.page.route("**/api/pow-challenge", route -> {});
    alice.combobox("Room lifetime").selectOption("3600");
    alice.button("Create room").click();
    assertThat(alice.role(AriaRole.PROGRESSBAR, "Preparing room")).isVisible();
    assertNoFindings(alice, "preparing");
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,1280", "DARK,1280", "LIGHT,320", "DARK,320"})
  void axeFindsNothingInARoom(ColorScheme theme, int width) throws Exception {
    try (Cable cable = new Cable(home.getPort())) {
      Person alice =
          person(theme, width)
              .expectHost(cable.base().getAuthority())
              .expectComplaints("net::ERR_", "WebSocket connection");
      alice.open(cable.base() + "/");
      alice.button("Create room").click();
      alice.assertInRoom();
      assertNoFindings(alice, "alone");
      alice.page.getByText("Link and key separately").click();
      assertNoFindings(alice, "link and key separately");

      alice.button("Show QR code").click();
      assertThat(alice.role(AriaRole.IMG, "QR code of the room link")).isVisible();
      assertNoFindings(alice, "QR code");
      alice.page.keyboard().press("Escape");

      URI link = URI.create(alice.textbox("Room link").inputValue());
      Person bob = person(theme, width);
      bob.join(home.resolve(link.getRawPath() + "#" + link.getRawFragment()).toString());
      bob.say("See https://example.org and `code`");
      alice.say("```\nERROR 1\n" + "a long line of a log ".repeat(20) + "\n```");
      bob.say("مرحبا\n".repeat(40));
      assertThat(alice.messages()).hasCount(3);
      assertNoFindings(alice, "conversation");

      bob.page.evaluate(LOSE_ONE);
      bob.say("lost");
      bob.say("found\n".repeat(12));
      alice.assertNotes("1 message from " + bob.name() + " got lost");
      assertNoFindings(alice, "a message that got lost");
      alice.log().evaluate("log => log.scrollTo({ top: 0, behavior: 'instant' })");
      assertThat(alice.button("Jump to latest")).isVisible();
      assertNoFindings(alice, "reading further up");

      alice.button("Settings").click();
      assertThat(alice.role(AriaRole.DIALOG, "Settings")).isVisible();
      assertNoFindings(alice, "settings");
      alice.page.keyboard().press("Escape");

      cable.cut();
      alice.assertTold("connection is lost");
      assertNoFindings(alice, "reconnecting");
      cable.mend();
      alice.assertNotes("Connected again");

      Person carol = person(theme, width);
      carol.createRoom();
      carol.button("Purge room").click();
      assertThat(carol.role(AriaRole.DIALOG, "Purge room?")).isVisible();
      assertNoFindings(carol, "purge dialog");
      carol.dialogButton("Purge").click();
      carol.assertGone("purged");
      assertNoFindings(carol, "gone");
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,1280", "DARK,1280", "LIGHT,320", "DARK,320"})
  void axeFindsNothingWhereOneIsNotLetIn(ColorScheme theme, int width) {
    Person alice = person();
    String link = alice.createRoom();
    person().join(link);

    Person carol = person(theme, width).open(link);
    carol.assertProblem("This room is full", "places");
    assertNoFindings(carol, "full");

    carol.open(addressOf(link));
    carol.assertProblem("This link has no key", "");
    assertNoFindings(carol, "no key");
    carol.button("Join").click();
    carol.assertTold("nothing in the box");
    assertNoFindings(carol, "no key in the box");

    carol.open(home + "/r/" + "A".repeat(22) + "#" + keyOf(link));
    carol.assertGone("not found");
    assertNoFindings(carol, "not found");
    carol.open(link.replaceFirst("#k=.", "#k="));
    assertThat(carol.alert()).isVisible();
    assertNoFindings(carol, "damaged key");
    carol.expectComplaints("net::ERR_FAILED").page.route("**/api/limits", Route::abort);
    carol.visit();
    assertThat(carol.alert()).isVisible();
    assertNoFindings(carol, "relay out of reach");

    URI plain = URI.create("http://" + Chromium.PLAIN_HOST + ":" + home.getPort() + "/");
    Person dave = person(theme, width).expectHost(plain.getAuthority());
    dave.expectComplaints("Cross-Origin-Opener-Policy").open(plain.toString());
    dave.assertProblem("This page cannot encrypt here", "https");
    assertNoFindings(dave, "insecure");
  }

  private Person person(ColorScheme theme, int width) {
    return person(motionless(width, 720).setColorScheme(theme));
  }

  private static void assertNoFindings(Person person, String screen) {
    assertEquals(List.of(), Axe.findings(person.page), screen);
  }
}
