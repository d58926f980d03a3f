package network.pug.e2e.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URI;
import network.pug.e2e.support.Member;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A relay that lives under a path. */
class BasePathTest {
  @RegisterExtension private static final Relay host = Relay.start("--base-path", "/chat");
  private static final Relay relay = host.under("/chat");

  @Test
  void membersTalk() throws IOException {
    Room room = Room.create(relay);
    try (Member ann = Member.join(relay, room);
        Member ben = Member.join(relay, room)) {
      ann.newcomer();
      ben.say("hello");
      assertEquals("hello", ann.chat().text());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/r/x", "/docs/", "/api/limits", "/healthz"})
  void everythingIsUnderIt(String path) throws IOException {
    RawHttp.get(relay, path).expect(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/r/x",
        "/docs/",
        "/docs",
        "/api/limits",
        "/ws",
        "/chatter",
        "/chatter/",
        "/Chat/",
        "/chat//",
        "//chat/",
        "/chat/chat/",
        "/%63hat/",
        "/x/../chat/"
      })
  void elsewhereThereIsNothing(String path) throws IOException {
    RawHttp.get(host, path).expectProblem(404);
  }

  @Test
  void healthIsToldAtTheRootToo() throws IOException {
    assertEquals("ok", RawHttp.get(host, "/healthz").expect(200).body());
  }

  @ParameterizedTest
  @CsvSource({"/chat, /chat/", "/chat?x=1, /chat/", "/chat/docs, /chat/docs/"})
  void withoutItsSlashAFolderIsElsewhere(String path, String folder) throws IOException {
    String location = RawHttp.get(host, path).expect(308).header("location");
    assertEquals(URI.create(folder), URI.create(path).resolve(location));
    // A proxy may have taken another path for this one, or another scheme.
    assertFalse(location.startsWith("/") || location.contains(":"), location);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/r/x", "/docs/", "/docs/faq"})
  void whatAPageRefersToIsThere(String path) throws IOException {
    for (String reference : RawHttp.get(relay, path).expect(200).references()) {
      String target = URI.create("/chat" + path).resolve(reference).getPath();
      assertEquals(200, RawHttp.get(host, target).status(), target);
    }
  }

  @ParameterizedTest
  @CsvSource({"/chat/, /chat", "/a/b.c/d_e~f-1, /a/b.c/d_e~f-1", "/.a, /.a", "/..., /..."})
  void itMayBeWrittenWithOrWithoutASlashAndHaveSeveralSegments(String flag, String path)
      throws IOException {
    try (Relay other = Relay.start("--base-path", flag)) {
      RawHttp.get(other.under(path), "/api/limits").expect(200);
      String location = RawHttp.get(other.under(path), "").expect(308).header("location");
      assertEquals(path + '/', URI.create(path).resolve(location).getPath());
    }
  }

  @Test
  void theSocketIsUnderIt() throws IOException {
    RawHttp.get(relay, "/ws", RawWebSocket.upgrade()).expect(101);
    RawHttp.get(host, "/ws", RawWebSocket.upgrade()).expectProblem(404);
  }
}
