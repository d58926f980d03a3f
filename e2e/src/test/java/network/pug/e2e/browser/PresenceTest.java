package network.pug.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who is here and what one has missed, told as it is. */
class PresenceTest extends BrowserTest {

  private static final String HIDE =
      """
      (hidden) => {
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
        document.dispatchEvent(new Event('visibilitychange'));
      }
      """;

  private static final String RUNNING = "audio.state === 'running'";

  /** Counts the tones that are played, where, and the questions for a permission. */
  private static final String LISTEN =
      """
      window.tones = 0;
      window.asked = 0;
      const start = OscillatorNode.prototype.start;
      OscillatorNode.prototype.start = function (...when) {
        window.tones++;
        window.audio = this.context;
        return start.apply(this, when);
      };
      Notification.requestPermission = async () => {
        window.asked++;
        return 'denied';
      };
      """;

  PresenceTest() throws IOException {}

  @Test
  void everybodySeesWhoMadeTheRoom() {
    Person alice = person();
    Person bob = person().join(alice.createRoom());
    for (Person person : List.of(alice, bob)) {
      assertThat(person.members()).hasCount(2);
      assertThat(creatorMarks(person)).hasCount(1);
      assertThat(creatorMarks(person, alice.name())).hasCount(1);
    }
  }

  @Test
  void comingAndGoingIsNotedWithItsTime() {
    Person alice = person();
    Person bob = person().join(alice.createRoom());
    String name = bob.name();
    Pattern joined = Pattern.compile(name + " joined\\. \\d{1,2}:\\d\\d");
    Pattern left = Pattern.compile(name + " left\\. \\d{1,2}:\\d\\d");
    assertThat(alice.log()).containsText(joined);
    bob.leave();
    assertThat(alice.log()).containsText(left);
  }

  @Test
  void theTitleCountsWhatCameWhileTheTabWasHidden() {
    Person alice = person();
    Person bob = person().join(alice.createRoom());
    bob.page.evaluate(HIDE, true);
    alice.say("one");
    alice.say("two");
    assertThat(bob.page).hasTitle("(2) Pug Network");
    bob.page.evaluate(HIDE, false);
    assertThat(bob.page).hasTitle("Pug Network");
    alice.say("three");
    bob.assertReads("three");
    assertThat(bob.page).hasTitle("Pug Network");
  }

  @Test
  void aToneSoundsForMessagesToAHiddenTabOnceOneHasAskedForIt() {
    Person alice = person();
    Person bob = person();
    bob.page.addInitScript(LISTEN);
    bob.join(alice.createRoom());

    bob.page.evaluate(HIDE, true);
    alice.say("silent");
    bob.assertReads("silent");
    assertEquals(0, bob.page.evaluate("tones"));

    bob.page.evaluate(HIDE, false);
    bob.button("Settings").click();
    Locator sound = bob.page.getByRole(AriaRole.CHECKBOX);
    assertThat(sound).not().isChecked();
    sound.check();
    assertEquals(1, bob.page.evaluate("tones"), "one hears what it sounds like");
    bob.page.waitForCondition(() -> Boolean.TRUE.equals(bob.page.evaluate(RUNNING)));
    alice.say("in sight");
    bob.assertReads("in sight");
    assertEquals(1, bob.page.evaluate("tones"));

    bob.page.evaluate(HIDE, true);
    bob.page.evaluate("audio.suspend()");
    alice.say("heard");
    bob.assertReads("heard");
    assertEquals(2, bob.page.evaluate("tones"));
    bob.page.waitForCondition(() -> Boolean.TRUE.equals(bob.page.evaluate(RUNNING)));

    sound.uncheck();
    alice.say("silent again");
    bob.assertReads("silent again");
    assertEquals(2, bob.page.evaluate("tones"));
    assertEquals(0, bob.page.evaluate("asked"), "no permission is asked for");
  }

  @Test
  void aDeviceThatSleptJoinsAnew() {
    Person alice = person();
    String link = alice.createRoom();
    Person bob = person();
    bob.page.clock().install();
    bob.join(link);
    bob.page.clock().fastForward(80_000);
    bob.say("still the same");
    alice.assertReads("still the same");
    assertThat(bob.log()).not().containsText("Connected again");

    bob.page.clock().fastForward(120_000);
    bob.assertNotes("Connected again");
    bob.say("back");
    alice.assertReads("back");
  }

  private static Locator creatorMarks(Person person) {
    return person.members().getByRole(AriaRole.IMG, named("creator"));
  }

  private static Locator creatorMarks(Person person, String member) {
    return person
        .members()
        .filter(new Locator.FilterOptions().setHasText(member))
        .getByRole(AriaRole.IMG, named("creator"));
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
