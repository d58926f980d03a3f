package network.pug.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LayoutTest extends BrowserTest {

  static final String SIDEWAYS =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";
  private static final String MOVING =
      "document.getAnimations().filter(({ playState }) => playState === 'running').length";

  private static final LocatorAssertions.IsInViewportOptions WHOLLY =
      new LocatorAssertions.IsInViewportOptions().setRatio(1);

  LayoutTest() throws IOException {}

  @Test
  void nothingScrollsSidewaysAt320Pixels() {
    Person alice = person(new Browser.NewContextOptions().setViewportSize(320, 568));
    alice.visit();
    assertThat(alice.button("Create room")).isEnabled();
    alice.textbox("Full link").fill("https://" + "long".repeat(60) + "/r/" + "A".repeat(22));
    alice.button("Join").click();
    alice.assertTold("another server");
    assertEquals(0, alice.page.evaluate(SIDEWAYS));

    alice.createRoom();
    alice.page.getByText("Link and key separately").click();
    assertEquals(0, alice.page.evaluate(SIDEWAYS));
    alice.say("w".repeat(300) + " https://example.org/" + "long/".repeat(60));
    assertThat(alice.messages()).hasCount(1);
    assertEquals(0, alice.page.evaluate(SIDEWAYS));
    assertThat(alice.button("Send")).isInViewport();
    assertThat(alice.textbox("Message")).isInViewport();

    alice.button("Show QR code").click();
    assertEquals(0, alice.page.evaluate(SIDEWAYS));
    alice.page.keyboard().press("Escape");
    alice.button("Purge room").click();
    assertEquals(0, alice.page.evaluate(SIDEWAYS));
    alice.dialogButton("Purge").click();
    alice.assertGone("purged");
    assertEquals(0, alice.page.evaluate(SIDEWAYS));
  }

  @Test
  void onASmallScreenTheInvitationIsInViewAndSoAreComposerAndTime() {
    Person alice = person(new Browser.NewContextOptions().setViewportSize(360, 640));
    alice.createRoom();
    assertThat(alice.page.locator("#trust")).isInViewport(WHOLLY);
    alice.page.getByText("Link and key separately").click();
    alice.button("Copy key").scrollIntoViewIfNeeded();
    assertThat(alice.textbox("Message")).isInViewport();
    assertThat(alice.button("Send")).isInViewport();
    assertThat(alice.role(AriaRole.TIMER, "Time left")).isInViewport();
    assertThat(alice.log()).isInViewport();
  }

  @Test
  void theDarkIsDark() {
    Person alice = person(new Browser.NewContextOptions().setColorScheme(ColorScheme.LIGHT));
    Person bob = person(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK));
    alice.visit();
    bob.visit();
    assertNotEquals(alice.background(), bob.background());
  }

  @Test
  void nothingMovesWhereMotionIsReduced() {
    Person alice = person(motionless(1280, 720));
    alice.createRoom();
    alice.say("still");
    alice.assertReads("still");
    assertEquals(0, alice.page.evaluate(MOVING));
  }
}
