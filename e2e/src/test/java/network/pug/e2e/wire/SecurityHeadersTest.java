package network.pug.e2e.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.pug.e2e.support.Answer;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The headers that every answer carries, and what pages and assets may be kept. */
class SecurityHeadersTest {
  @RegisterExtension private static final Relay relay = Relay.start();

  static Stream<String> requests() {
    return Stream.of(
        "GET /",
        "HEAD /",
        "GET /r/x",
        "GET /docs/",
        "GET /docs/trust-model",
        "GET /docs",
        "GET /healthz",
        "GET /.well-known/security.txt",
        "GET /nothing",
        "GET /api/limits",
        "GET /api/pow-challenge",
        "GET /api/create-room",
        "GET /api/nothing",
        "POST /api/limits",
        "POST /api/pow-redeem",
        "GET /ws",
        "GET /" + "x".repeat(5000),
        "nonsense /");
  }

  @ParameterizedTest
  @MethodSource("requests")
  void everyAnswerCarriesThem(String request) throws IOException {
    String[] parts = request.split(" ", 2);
    assertHardened(RawHttp.request(relay, parts[0], parts[1], ""));
  }

  @Test
  void aPageThatSaysWhatWentWrongCarriesThemToo() throws IOException {
    Answer page = RawHttp.get(relay, "/nothing", "Accept: text/html").expect(404);
    assertTrue(page.header("content-type").startsWith("text/html"), page::toString);
    assertHardened(page);
  }

  @Test
  void theHandshakeCarriesThemToo() throws IOException {
    try (RawWebSocket socket = new RawWebSocket(relay)) {
      assertHardened(socket.handshake());
    }
  }

  @Test
  void assetsCarryThemToo() throws IOException {
    for (String asset : assets()) {
      assertHardened(RawHttp.get(relay, asset).expect(200));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/limits", "/api/pow-challenge", "/api/create-room", "/api/nothing"})
  void nothingOfTheApiIsStored(String path) throws IOException {
    assertEquals("no-store", RawHttp.get(relay, path).header("cache-control"));
  }

  @Test
  void aNewRoomIsNotStored() throws IOException {
    Answer created =
        RawHttp.get(relay, "/api/create-room", "Authorization: Bearer " + Room.session(relay));
    assertEquals("no-store", created.expect(200).header("cache-control"));
  }

  @Test
  void thePageIsTheSameWhetherTheRoomExistsOrNot() throws IOException {
    Answer existing = RawHttp.get(relay, "/r/" + Room.create(relay).roomId()).expect(200);
    Answer missing = RawHttp.get(relay, "/r/HxxbL613hDQCTxU3mGNGkg").expect(200);
    assertEquals(existing.body(), missing.body());
    assertEquals(withoutDate(existing), withoutDate(missing));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/r/x%23k=1&s=2", "/r/%23k%3D1%26s%3D2", "/r/x?q=1", "/r/..", "/r/~"})
  void thePageIsServedUnderAnySegment(String path) throws IOException {
    assertEquals(
        RawHttp.get(relay, "/r/x").expect(200).body(), RawHttp.get(relay, path).expect(200).body());
  }

  @Test
  void pagesAreNotKept() throws IOException {
    for (String path : List.of("/", "/r/x")) {
      Answer page = RawHttp.get(relay, path).expect(200);
      assertTrue(page.header("content-type").matches("text/html; *charset=(?i)utf-8"));
      assertTrue(page.header("cache-control").matches("no-(store|cache)"));
    }
  }

  @Test
  void fingerprintedAssetsAreKept() throws IOException {
    List<String> assets = assets();
    assertFalse(assets.isEmpty());
    for (String asset : assets) {
      String caching = RawHttp.get(relay, asset).expect(200).header("cache-control");
      assertTrue(caching.contains("immutable") && caching.contains("max-age=31536000"), asset);
    }
  }

  @Test
  void overPlainHttpNothingIsSaidOfTransportSecurity() throws IOException {
    assertFalse(RawHttp.get(relay, "/").has("strict-transport-security"));
  }

  /** What the page refers to, as paths. */
  private static List<String> assets() throws IOException {
    String page = RawHttp.get(relay, "/").expect(200).body();
    Matcher reference = Pattern.compile("(?:src|href)=\"(/?[^\":#]+\\.(?:js|css))\"").matcher(page);
    return reference
        .results()
        .map(found -> found.group(1))
        .map(path -> path.startsWith("/") ? path : "/" + path)
        .toList();
  }

  private static Map<String, List<String>> withoutDate(Answer answer) {
    return answer.headers().entrySet().stream()
        .filter(header -> !header.getKey().equals("date"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static void assertHardened(Answer answer) {
    assertEquals("nosniff", answer.header("x-content-type-options"));
    assertEquals("no-referrer", answer.header("referrer-policy"));
    assertEquals("same-origin", answer.header("cross-origin-opener-policy"));
    assertEquals("same-origin", answer.header("cross-origin-resource-policy"));
    assertEquals("require-corp", answer.header("cross-origin-embedder-policy"));
    assertEquals("DENY", answer.header("x-frame-options"));
    assertTrue(answer.header("permissions-policy").contains("camera=()"));
    String policy = answer.header("content-security-policy");
    for (String directive :
        List.of(
            "default-src 'none'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'none'")) {
      assertTrue(List.of(policy.split(" *; *")).contains(directive), policy);
    }
    assertFalse(policy.matches(".*('unsafe-|https?:|\\*).*"), policy);
    assertFalse(policy.matches(".*script-src[^;]*(data|blob):.*"), policy);
    assertFalse(answer.has("set-cookie"));
    assertFalse(answer.has("server"));
    assertFalse(answer.has("access-control-allow-origin"));
  }
}
