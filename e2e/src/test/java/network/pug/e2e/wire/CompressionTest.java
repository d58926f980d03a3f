package network.pug.e2e.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import network.pug.e2e.support.Answer;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes with gzip, for whom, and what never does. */
class CompressionTest {
  @RegisterExtension private static final Relay relay = Relay.start();

  private static final String GZIP = "Accept-Encoding: gzip, deflate, br";
  private static final Pattern ADDRESS =
      Pattern.compile("(?:src|href)=\"([^\":#]+\\.(?:js|css|svg))\"");

  /** Pages, and what they refer to. */
  static Stream<String> files() throws IOException {
    List<String> files = new ArrayList<>();
    for (String page : List.of("/", "/r/x", "/docs/", "/docs/protocol")) {
      files.add(page);
      ADDRESS
          .matcher(RawHttp.get(relay, page).expect(200).body())
          .results()
          .map(found -> URI.create(page).resolve(found.group(1)).toString())
          .forEach(files::add);
    }
    assertTrue(files.stream().anyMatch(file -> file.endsWith("/js/main.js")), files::toString);
    return files.stream().distinct();
  }

  @ParameterizedTest
  @MethodSource("files")
  void aClientThatTakesGzipGetsTheSameFileSmaller(String file) throws IOException {
    Answer plain = RawHttp.get(relay, file).expect(200);
    Answer compressed = RawHttp.get(relay, file, GZIP).expect(200);
    assertFalse(plain.has("content-encoding"));
    assertEquals("gzip", compressed.header("content-encoding"));
    assertEquals(plain.body(), decompressed(compressed));
    assertTrue(compressed.body().length() < plain.body().length());
    for (Answer answer : List.of(plain, compressed)) {
      assertEquals("accept-encoding", answer.header("vary"));
      assertEquals(plain.header("content-type"), answer.header("content-type"));
      assertEquals(plain.header("cache-control"), answer.header("cache-control"));
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void headSaysWhatGetWouldBringInEitherForm(String file) throws IOException {
    for (String coding : List.of(GZIP, "Accept-Encoding: identity")) {
      var head = new HashMap<>(RawHttp.request(relay, "HEAD", file, "", coding).headers());
      var get = new HashMap<>(RawHttp.get(relay, file, coding).headers());
      head.remove("date");
      get.remove("date");
      assertEquals(get, head);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip;q=0", "identity", "br", "gzip;q=0.1, identity;q=0.2", "*;q=0", ""})
  void aClientThatDoesNotTakeGzipGetsThePageAsItIs(String codings) throws IOException {
    Answer page = RawHttp.get(relay, "/r/x", "Accept-Encoding: " + codings).expect(200);
    assertFalse(page.has("content-encoding"));
    assertTrue(page.body().startsWith("<!doctype html>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/limits", "/api/pow-challenge", "/api/create-room", "/healthz", "/nothing"})
  void whatIsMadeForOneRequestIsNeverCompressed(String path) throws IOException {
    Answer answer = RawHttp.get(relay, path, GZIP);
    assertFalse(answer.has("content-encoding"));
    // Errors vary with what else a client takes: as a page or as a problem document.
    assertFalse(
        answer.headers().getOrDefault("vary", List.of()).contains("accept-encoding"),
        answer::toString);
  }

  @Test
  void aNewRoomIsNeverCompressed() throws IOException {
    String session = "Authorization: Bearer " + Room.session(relay);
    Answer created = RawHttp.get(relay, "/api/create-room", GZIP, session).expect(200);
    assertFalse(created.has("content-encoding"));
  }

  private static String decompressed(Answer answer) throws IOException {
    byte[] body = answer.body().getBytes(ISO_8859_1);
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return new String(gzip.readAllBytes(), ISO_8859_1);
    }
  }
}
