package network.pug.e2e.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a conversation leaves in the browser and tells the network: nothing that it need not. */
class TracesTest extends BrowserTest {

  private static final String KEPT =
      """
      async () => [
        ...Object.entries({ ...localStorage }),
        ...Object.entries({ ...sessionStorage }),
        ...(await indexedDB.databases()).map(({ name }) => name),
        ...(await caches.keys()),
        ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
        document.cookie,
        JSON.stringify(history.state),
        location.hash,
        location.search,
      ].join(' ').trim()
      """;

  TracesTest() throws IOException {}

  @Test
  void nothingIsKeptInStorageOfAnyKind() {
    Person alice = person();
    Person bob = person().join(alice.createRoom());
    alice.say("forget me");
    bob.assertReads("forget me");

    for (Person person : List.of(alice, bob)) {
      assertEquals("null", person.page.evaluate(KEPT));
      assertEquals(List.of(), person.context.cookies());
    }
  }

  @Test
  void theAddressBarShowsNeitherKeyNorSecret() {
    Person alice = person();
    String link = alice.createRoom();
    Person bob = person().join(link);
    String room = link.substring(0, link.indexOf('#'));
    assertEquals(room, alice.page.url());
    assertEquals(room, bob.page.url());
  }

  @Test
  void aReloadHasForgottenTheKey() {
    Person alice = person();
    alice.createRoom();
    alice.page.reload();
    alice.assertProblem("You are out of the room", "open the full link again");
  }

  @Test
  void theKeyIsInNoRequestAndTheSecretOnlyInTheJoin() {
    List<String> sent = new ArrayList<>();
    List<String> frames = new ArrayList<>();
    Person alice = person();
    Person bob = person();
    for (Person person : List.of(alice, bob)) {
      person.context.onRequest(request -> sent.add(wholeOf(request)));
      person.page.onWebSocket(
          socket ->
              socket.onFrameSent(frame -> frames.add(frame.text() == null ? "" : frame.text())));
    }
    String link = alice.createRoom();
    bob.join(link);
    bob.say("hello");
    alice.assertReads("hello");

    String key = link.replaceFirst(".*k=([^&]*).*", "$1");
    String secret = link.replaceFirst(".*s=", "");
    assertTrue(sent.size() > 10);
    sent.forEach(request -> assertFalse(request.contains(key) || request.contains(secret)));
    assertFalse(frames.toString().contains(key));
    List<String> withSecret = frames.stream().filter(frame -> frame.contains(secret)).toList();
    assertEquals(2, withSecret.size());
    withSecret.forEach(frame -> assertTrue(frame.contains("\"room:join\"")));
  }

  private static String wholeOf(Request request) {
    return request.url() + request.headers() + request.postData();
  }
}
