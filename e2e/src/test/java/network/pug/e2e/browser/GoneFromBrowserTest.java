package network.pug.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A room that is over is gone from the browsers that were in it: from storage, document, history
 * and memory, as far as the DevTools protocol lets one look.
 */
class GoneFromBrowserTest extends BrowserTest {

  private static final int SHORT_LIFE = 12;
  private static final int LONG_LIFE = 3600;

  private static final String BY_ALICE = "the heron stands where it stood";
  private static final String BY_BOB = "the kettle sings of rivers";
  private static final String BY_CAROL = "https://example.org/marmalade";
  private static final String DRAFT = "a walrus that nobody heard of";

  /** A script has let go of a text as soon as the document has it; now the heap has all of them. */
  private static final String HOLD =
      """
      () => {
        const [log, members] = ['log', 'list'].map((role) =>
          document.querySelector(`[role=${role}]`).innerText);
        const draft = document.querySelector('textarea').value;
        globalThis.held = [log, members, draft];
      }
      """;

  /**
   * Every object of a document leads to its global one, which has this mark. So where the mark is
   * gone, all of them are: key objects, which a query from within the next document would not find,
   * and buffers, into which nothing can look.
   */
  private static final String MARK = "the document of the room";

  private static final String LET_GO = "delete globalThis.held";

  /** All that a page can fill without a worker. */
  private static final String FILL =
      """
      async () => {
        document.cookie = 'a=b';
        localStorage.setItem('a', 'b');
        sessionStorage.setItem('a', 'b');
        await new Promise((done) => { indexedDB.open('a').onsuccess = done; });
        await caches.open('a');
        await (await navigator.storage.getDirectory()).getFileHandle('a', { create: true });
        await navigator.storageBuckets.open('a');
      }
      """;

  /** What the page shows of a room, by what it is. */
  private final Map<String, String> shown = new TreeMap<>();

  /** What its memory holds. */
  private final Map<String, String> held = new TreeMap<>();

  GoneFromBrowserTest() throws IOException {
    super("--min-ttl=" + SHORT_LIFE);
  }

  @Test
  void whoLeavesKeepsNothing() {
    for (Person person : talk(LONG_LIFE)) {
      assertAllIsFound(person);
      person.button("Leave").click();
      assertThat(person.button("Create room")).isVisible();
      assertNothingIsLeft(person);
    }
  }

  @Test
  void aPurgeLeavesNothingWithTheCreatorNorWithOthers() {
    List<Person> both = talk(LONG_LIFE);
    both.forEach(this::assertAllIsFound);
    both.getFirst().button("Purge room").click();
    both.getFirst().dialogButton("Purge").click();
    for (Person person : both) {
      person.assertGone("purged");
      assertNothingIsLeft(person);
    }
  }

  @Test
  void anExpiryLeavesNothingWithTheCreatorNorWithOthers() {
    for (Person person : talk(SHORT_LIFE)) {
      person.assertGone("expired");
      assertNothingIsLeft(person);
    }
  }

  @Test
  void whileARoomLivesNoScriptCanReadItsKeyAndNothingIsStored() {
    for (Person person : talk(LONG_LIFE)) {
      assertEquals(Set.of(false), Set.copyOf(new Heap(person).keys()));
      assertEquals(List.of(), new Storage(person).kept());
    }
  }

  @Test
  void whateverAPageStoredWouldBeFound() {
    Person alice = person().visit();
    Storage storage = new Storage(alice);
    alice.page.evaluate(FILL);
    List<String> kept = storage.kept();
    assertTrue(kept.size() >= 7, kept::toString);
  }

  /**
   * Three people meet, each of them says something, and has something else on their tongue.
   *
   * @return the creator, and another one
   */
  private List<Person> talk(int lifetime) {
    Person alice = person().visit();
    alice.combobox("Participants").selectOption("3");
    alice.combobox("Room lifetime").selectOption(Integer.toString(lifetime));
    alice.button("Create room").click();
    alice.assertInRoom();
    String link = alice.textbox("Room link").inputValue();
    Person bob = person().join(link);
    Person carol = person().join(link);
    alice.say(BY_ALICE);
    bob.assertReads(BY_ALICE);
    bob.say(BY_BOB);
    carol.assertReads(BY_BOB);
    carol.say(BY_CAROL);
    for (Person person : List.of(alice, bob)) {
      person.assertReads(BY_CAROL);
      person.textbox("Message").fill(DRAFT);
      person.page.evaluate("(mark) => { globalThis.mark = mark; }", MARK);
    }
    String key = link.replaceFirst(".*k=([^&]*).*", "$1");
    shown.put("text of Alice", BY_ALICE);
    shown.put("text of Bob", BY_BOB);
    shown.put("text of Carol", BY_CAROL);
    shown.put("draft", DRAFT);
    shown.put("name of Alice", alice.name());
    shown.put("name of Bob", bob.name());
    shown.put("key", key);
    shown.put("secret", link.replaceFirst(".*s=", ""));
    shown.put("room", link.replaceFirst(".*/r/([^#]*).*", "$1"));
    held.putAll(shown);
    held.put("the document", MARK);
    return List.of(alice, bob);
  }

  /** What is not found afterwards could have been. */
  private void assertAllIsFound(Person person) {
    Surface surface = new Surface(person);
    assertEquals(shown.keySet(), found(shown, surface.document()));
    assertTrue(surface.history().contains(shown.get("room")));
    person.page.evaluate(HOLD);
    assertEquals(held.keySet(), found(held, new Heap(person).strings()));
    person.page.evaluate(LET_GO);
  }

  private void assertNothingIsLeft(Person person) {
    Surface surface = new Surface(person);
    Heap heap = new Heap(person);
    assertAll(
        () -> assertEquals(List.of(), new Storage(person).kept(), "in storage"),
        () -> assertEquals(Set.of(), found(held, surface.document()), "in the document"),
        () -> assertEquals(Set.of(), found(held, surface.history()), "in the history"),
        () -> assertEquals(List.of(), heap.keys(), "key objects"),
        () -> assertEquals(Set.of(), found(held, heap.strings()), "in memory"));
  }

  /** Which of these a text has in it. */
  private static Set<String> found(Map<String, String> wanted, String text) {
    Set<String> found = new TreeSet<>();
    wanted.forEach(
        (name, value) -> {
          if (text.contains(value)) {
            found.add(name);
          }
        });
    return found;
  }
}
