package network.pug.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ways in which a room ends, and what is left of it in the page: nothing. */
class EndingTest extends BrowserTest {

  private static final String WORDS = "the words of this conversation";

  /** Tells what a timer shows, each time that it shows something else. */
  private static final String WATCH =
      """
      (timer) => {
        new MutationObserver(() => show(timer.textContent))
          .observe(timer, { childList: true, characterData: true, subtree: true });
      }
      """;

  /** Rooms live long enough to talk in, and not much longer. */
  EndingTest() throws IOException {
    super("--min-ttl=6", "--default-ttl=60");
  }

  @Test
  void theCountdownReachesTheEnd() {
    Person alice = person().visit();
    alice.combobox("Room lifetime").selectOption("6");
    alice.button("Create room").click();
    alice.assertInRoom();
    List<Object> shown = new ArrayList<>();
    alice.page.exposeFunction("show", values -> shown.add(values[0]));
    alice.role(AriaRole.TIMER, "Time left").evaluate(WATCH);
    Person bob = person().join(alice.textbox("Room link").inputValue());
    alice.say(WORDS);
    bob.assertReads(WORDS);

    for (Person person : List.of(alice, bob)) {
      person.assertGone("expired");
      assertNothingLeft(person);
    }
    assertTrue(List.of("0:00", "0:01").contains(shown.getLast()), shown::toString);
  }

  @Test
  void aRoomThatIsOverIsForgottenEvenWithoutAConnection() {
    Person alice = person().expectComplaints("ERR_INTERNET_DISCONNECTED");
    alice.page.clock().install();
    alice.createRoom();
    alice.say(WORDS);
    alice.assertReads(WORDS);
    alice.context.setOffline(true);
    alice.page.clock().runFor(70_000);
    alice.assertGone("expired");
    assertNothingLeft(alice);
  }

  @Test
  void theTimerCountsDown() {
    Person alice = person();
    alice.createRoom();
    Locator timer = alice.role(AriaRole.TIMER, "Time left");
    String start = timer.innerText();
    assertThat(timer).not().hasText(start);
  }

  @Test
  void theCreatorPurges() {
    Person alice = person();
    String link = alice.createRoom();
    Person bob = person().join(link);
    bob.say(WORDS);
    alice.assertReads(WORDS);

    alice.button("Purge room").click();
    alice.dialogButton("Purge").click();

    for (Person person : List.of(alice, bob)) {
      person.assertGone("purged");
      assertNothingLeft(person);
    }
    person().open(link).assertGone("not found");
  }

  @Test
  void aPurgeCanBeCancelled() {
    Person alice = person();
    alice.createRoom();
    alice.button("Purge room").click();
    alice.dialogButton("Cancel").click();
    assertThat(alice.role(AriaRole.DIALOG, "Purge room?")).isHidden();
    alice.say("still here");
    alice.assertReads("still here");
  }

  @Test
  void onlyTheCreatorIsOfferedAPurge() {
    Person alice = person();
    Person bob = person().join(alice.createRoom());
    assertThat(alice.button("Purge room")).isVisible();
    assertThat(bob.button("Purge room")).hasCount(0);
  }

  @Test
  void aRoomEndsWithItsLastMember() {
    Person alice = person();
    String link = alice.createRoom();
    alice.say(WORDS);
    alice.assertReads(WORDS);

    alice.button("Leave").click();

    assertThat(alice.button("Create room")).isVisible();
    assertNothingLeft(alice);
    person().open(link).assertGone("not found");
  }

  @Test
  void aCreatorWhoIsAloneIsAskedBeforeTheTabClosesForThatEndsTheRoom() {
    Person alice = person();
    String link = alice.createRoom();
    List<String> asked = new ArrayList<>();
    alice.page.onDialog(
        dialog -> {
          asked.add(dialog.type());
          dialog.dismiss();
        });

    closeTab(alice);
    alice.page.waitForCondition(() -> asked.equals(List.of("beforeunload")));
    alice.say("still here");
    alice.assertReads("still here");

    person().join(link);
    assertThat(alice.members()).hasCount(2);
    alice.page.waitForClose(() -> closeTab(alice));
    assertEquals(1, asked.size());
  }

  @Test
  void aGuestWhoIsAloneIsNotAsked() {
    Person alice = person();
    Person bob = person().join(alice.createRoom());
    alice.button("Leave").click();
    assertThat(bob.members()).hasCount(1);
    bob.page.onDialog(dialog -> fail(dialog.type()));
    bob.page.waitForClose(() -> closeTab(bob));
  }

  @Test
  void backAndForwardBringNothingBack() {
    Person alice = person().visit();
    Person bob = person().join(alice.createRoom());
    bob.say(WORDS);
    alice.assertReads(WORDS);

    alice.button("Leave").click();
    assertThat(alice.button("Create room")).isVisible();
    alice.page.goBack();
    assertThat(alice.button("Create room")).isVisible();
    assertNothingLeft(alice);
    alice.page.goForward();
    assertThat(alice.button("Create room")).isVisible();
    assertNothingLeft(alice);

    bob.page.navigate(home + "/docs/");
    bob.page.goBack();
    bob.assertProblem("You are out of the room", "open the full link again");
    assertNothingLeft(bob);
  }

  @Test
  void aRoomThatIsOverLeavesNotEvenItsIdInTheAddress() {
    Person alice = person();
    String link = alice.createRoom();
    Person bob = person().join(link);
    alice.button("Purge room").click();
    alice.dialogButton("Purge").click();
    for (Person person : List.of(alice, bob)) {
      person.assertGone("purged");
      assertEquals(home + "/", person.page.url());
    }
  }

  private static void closeTab(Person person) {
    person.page.close(new Page.CloseOptions().setRunBeforeUnload(true));
  }

  private static void assertNothingLeft(Person person) {
    Object values =
        person.page.evaluate(
            "[...document.querySelectorAll('input, textarea')].map(({ value }) => value).join()");
    String left = person.page.content() + values + person.page.url();
    assertFalse(left.contains(WORDS), left);
    assertFalse(left.contains("&s="), left);
  }
}
