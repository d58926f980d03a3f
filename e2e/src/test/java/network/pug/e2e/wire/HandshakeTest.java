package network.pug.e2e.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.Locale;
import network.pug.e2e.support.Answer;
import network.pug.e2e.support.Frame;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The opening handshake of {@code /ws}. */
class HandshakeTest {
  @RegisterExtension private static final Relay relay = Relay.start();

  @Test
  void theKeyIsAnsweredAsRfc6455Says() throws IOException {
    try (RawWebSocket socket = new RawWebSocket(relay)) {
      Answer handshake = socket.handshake();
      // The example of section 1.3.
      assertEquals("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", handshake.header("sec-websocket-accept"));
      assertEquals("websocket", handshake.header("upgrade"));
      assertEquals("upgrade", handshake.header("connection").toLowerCase(Locale.ROOT));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "14", "0", "x", "013"})
  void anotherVersionIsToldTheRightOne(String version) throws IOException {
    String[] headers = RawWebSocket.upgrade();
    headers[2] = "Sec-WebSocket-Version: " + version;
    Answer answer = RawHttp.get(relay, "/ws", headers).expectProblem(426);
    assertEquals("13", answer.header("sec-websocket-version"));
  }

  @Test
  void aPlainRequestIsToldToUpgrade() throws IOException {
    Answer answer = RawHttp.get(relay, "/ws").expectProblem(426);
    assertEquals("websocket", answer.header("upgrade"));
    assertEquals("Upgrade", answer.header("connection"));
    assertEquals("13", answer.header("sec-websocket-version"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-WebSocket-Key: c2hvcnQ=",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Key: ????????????????????????",
        "X-No-Key: at all"
      })
  void aBadKeyIsABadRequest(String key) throws IOException {
    String[] headers = RawWebSocket.upgrade();
    headers[3] = key;
    RawHttp.get(relay, "/ws", headers).expectProblem(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-WebSocket-Protocol: pug.v1",
        "Sec-WebSocket-Protocol: other, pug.v1",
        "Sec-WebSocket-Protocol: other,pug.v1 ,another",
        "Sec-WebSocket-Protocol: other\r\nSec-WebSocket-Protocol: pug.v1"
      })
  void theSubprotocolIsSelectedWhereItIsOffered(String offer) throws IOException {
    try (RawWebSocket socket = new RawWebSocket(relay, offer)) {
      assertEquals("pug.v1", socket.handshake().header("sec-websocket-protocol"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-None: offered",
        "Sec-WebSocket-Protocol: other",
        "Sec-WebSocket-Protocol: pug.v2"
      })
  void withoutThatOfferTheHandshakeSucceedsWithoutASubprotocol(String offer) throws IOException {
    try (RawWebSocket socket = new RawWebSocket(relay, offer)) {
      assertFalse(socket.handshake().has("sec-websocket-protocol"));
    }
  }

  @Test
  void aVersionThatIsGivenTwiceIsNoVersion() throws IOException {
    RawHttp.get(relay, "/ws", RawWebSocket.upgrade("Sec-WebSocket-Version: 13")).expectProblem(426);
  }

  @Test
  void anOlderHttpOpensNoWebSocket() throws IOException {
    try (RawHttp http = new RawHttp(relay)) {
      String head = http.head("GET", "/ws", "", RawWebSocket.upgrade());
      http.send(head.replace("HTTP/1.1", "HTTP/1.0"));
      http.read().expectProblem(400);
    }
  }

  @Test
  void compressionIsNotNegotiated() throws IOException {
    try (RawWebSocket socket =
        new RawWebSocket(relay, "Sec-WebSocket-Extensions: permessage-deflate")) {
      assertFalse(socket.handshake().has("sec-websocket-extensions"));
    }
  }

  @Test
  void aBrowserSendsMoreThanAnUpgrade() throws IOException {
    String[] headers = RawWebSocket.upgrade();
    headers[0] = "Upgrade: WebSocket";
    headers[1] = "Connection: keep-alive, Upgrade";
    RawHttp.request(relay, "GET", "/ws?x=1", "", headers).expect(101);
  }

  @Test
  void framesMayFollowTheHandshakeAtOnce() throws IOException {
    Room room = Room.create(relay);
    try (RawHttp http = new RawHttp(relay)) {
      byte[] join = RawWebSocket.frame(true, Frame.TEXT, room.joinMessage().getBytes(UTF_8));
      http.send(http.head("GET", "/ws", "", RawWebSocket.upgrade()) + new String(join, ISO_8859_1));
      http.read().expect(101);
      // A text frame with a 16-bit length, as room:joined is.
      assertEquals("\u0081~", http.next(2));
    }
  }

  @Test
  void withoutAnOriginTheHandshakePasses() throws IOException {
    RawHttp.get(relay, "/ws", RawWebSocket.upgrade()).expect(101);
  }

  @Test
  void theRelaysOwnOriginPasses() throws IOException {
    origin(relay, "http://" + relay.authority()).expect(101);
    origin(relay, "https://" + relay.authority()).expect(101);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example",
        "null",
        "",
        "http://127.0.0.1",
        "http://127.0.0.1:1",
        "http://localhost:%d",
        "http://127.0.0.1:%d.evil.example",
        "http://evil.example/127.0.0.1:%d",
        "127.0.0.1:%d",
        "file://"
      })
  void aForeignOriginIsRefused(String origin) throws IOException {
    origin(relay, origin.replace("%d", Integer.toString(relay.port()))).expectProblem(403);
  }

  @ParameterizedTest
  @CsvSource({
    "http://pug.example, pug.example",
    "http://pug.example:80, pug.example",
    "http://pug.example, pug.example:80",
    "https://pug.example, pug.example:443",
    "https://pug.example:443, pug.example",
    "https://PUG.example, pug.Example"
  })
  void theDefaultPortOfTheSchemeIsLeftOut(String origin, String host) throws IOException {
    handshakeAs(host, origin).expect(101);
  }

  @ParameterizedTest
  @CsvSource({
    "http://pug.example, pug.example:443",
    "https://pug.example, pug.example:80",
    "http://pug.example:8080, pug.example",
    "http://pug.example, pug.example:8080"
  })
  void anotherPortIsAnotherOrigin(String origin, String host) throws IOException {
    handshakeAs(host, origin).expectProblem(403);
  }

  @Test
  void twoOriginsAreRefused() throws IOException {
    String own = "Origin: http://" + relay.authority();
    RawHttp.get(relay, "/ws", RawWebSocket.upgrade(own, own)).expectProblem(403);
  }

  @Test
  void withAnAllowedOriginThatOneAlonePasses() throws IOException {
    try (Relay guarded = Relay.start("--allowed-origin", "https://chat.example")) {
      origin(guarded, "https://chat.example").expect(101);
      RawHttp.get(guarded, "/ws", RawWebSocket.upgrade()).expect(101);
      origin(guarded, "http://" + guarded.authority()).expectProblem(403);
      origin(guarded, "http://chat.example").expectProblem(403);
      origin(guarded, "https://chat.example:8443").expectProblem(403);
      origin(guarded, "https://sub.chat.example").expectProblem(403);
      origin(guarded, "null").expectProblem(403);
    }
  }

  private static Answer origin(Relay relay, String origin) throws IOException {
    return RawHttp.get(relay, "/ws", RawWebSocket.upgrade("Origin: " + origin));
  }

  private static Answer handshakeAs(String host, String origin) throws IOException {
    try (RawHttp http = new RawHttp(relay)) {
      String head = http.head("GET", "/ws", "", RawWebSocket.upgrade("Origin: " + origin));
      http.send(head.replace("Host: " + relay.authority(), "Host: " + host));
      return http.read();
    }
  }
}
