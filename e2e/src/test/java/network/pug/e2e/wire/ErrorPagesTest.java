package network.pug.e2e.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import network.pug.e2e.support.Answer;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors are pages for who navigates to them, and problem documents for everybody else. */
class ErrorPagesTest {
  /** What Chromium sends when somebody goes to an address. */
  private static final String NAVIGATION =
      "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,"
          + "image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7";

  private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

  @RegisterExtension private static final Relay relay = Relay.start();
  @RegisterExtension private static final Relay host = Relay.start("--base-path", "/a/chat");

  @ParameterizedTest
  @ValueSource(
      strings = {
        NAVIGATION,
        "Accept: text/html",
        "Accept: TEXT/HTML",
        "Accept: text/html;q=0.1",
        "Accept: text/html;charset=utf-8",
        "Accept: image/png\r\nAccept: text/html",
        "Accept: application/json, text/html",
        "Accept: text/html, */*",
        "Accept: text/html;q=0.5, application/problem+json;q=0.4, */*"
      })
  void whoAsksForAPageGetsOne(String accept) throws IOException {
    assertPage(404, RawHttp.get(relay, "/nothing", accept));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-No-Accept: at all",
        "Accept:",
        "Accept: */*",
        "Accept: text/*",
        "Accept: application/json",
        "Accept: application/problem+json, text/html;q=0.9",
        "Accept: text/html;q=0.5, application/*",
        "Accept: text/html;q=0",
        "Accept: text/html;q=0.000, */*",
        "Accept: text/html;q=2",
        "Accept: text/htmlx",
        "Accept: text/html text/html"
      })
  void everybodyElseGetsTheProblemDocument(String accept) throws IOException {
    Answer answer = RawHttp.get(relay, "/nothing", accept).expectProblem(404);
    assertEquals("accept", answer.header("vary").toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /nothing, 404",
    "GET, /api/pow-redeem, 405",
    "POST, /, 405",
    "GET, /api/create-room, 401",
    "GET, /ws, 426",
    "POST, /api/pow-redeem, 415"
  })
  void everyErrorIsAPageThatSaysWhatToDo(String method, String path, int status)
      throws IOException {
    Answer page = assertPage(status, RawHttp.request(relay, method, path, "", NAVIGATION));
    assertTrue(page.body().contains("Go to the home page"));
    assertEquals(status == 405, page.has("allow"));
  }

  @Test
  void aRelayThatIsFullSaysSoOnAPage() throws IOException {
    try (Relay full = Relay.start("--max-connections", "1");
        RawWebSocket socket = new RawWebSocket(full)) {
      assertEquals(101, socket.handshake().status());
      Answer page = assertPage(503, RawHttp.get(full, "/", NAVIGATION));
      assertTrue(page.body().contains("Wait a minute"), page.body());
    }
  }

  /** As a regular expression reads it that tries all ways, or one that recurses. */
  @Test
  void aHeaderMadeToBeSlowlyReadIsNot() throws IOException {
    RawHttp.get(relay, "/nothing", "Accept: a/b" + ";x= ".repeat(1800) + "!").expectProblem(404);
  }

  @Test
  void headIsAnsweredAsGetWithoutTheBody() throws IOException {
    try (RawHttp http = new RawHttp(relay)) {
      Answer got = http.ask("GET", "/nothing", "", NAVIGATION);
      Answer head = http.ask("HEAD", "/nothing", "", NAVIGATION).expect(404);
      assertEquals(got.header("content-length"), head.header("content-length"));
      assertEquals(got.header("content-type"), head.header("content-type"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a/chat/nothing",
        "/a/chat/r/",
        "/a/chat/docs/nothing/at/all",
        "/a/chat//x//",
        "/a/chat/x?y=/../z",
        "/a/chat/x%2Fy/z",
        "/",
        "/nothing",
        "/a",
        "/a/",
        "/a/b/c",
        "/a/chatter"
      })
  void fromEveryDepthAllAddressesLeadIntoTheRelay(String path) throws IOException {
    Answer page = assertPage(404, RawHttp.get(host, path, NAVIGATION));
    List<String> references =
        REFERENCE.matcher(page.body()).results().map(found -> found.group(1)).toList();
    assertTrue(references.size() >= 4, page.body());
    for (String reference : references) {
      assertTrue(reference.startsWith("."), reference);
      String target = resolve(path, reference);
      assertTrue(target.startsWith("/a/chat/"), target);
      RawHttp.get(host, target).expect(200);
    }
  }

  @Test
  void aPathWithoutEndMakesNoPageWithoutEnd() throws IOException {
    Answer page = assertPage(404, RawHttp.get(host, "/" + "x/".repeat(1900), NAVIGATION));
    assertTrue(page.body().contains("href=\"/a/chat/\""), page.body());
    assertTrue(page.body().length() < 3000, page.body());
  }

  @Test
  void nothingOfTheAddressIsInThePage() throws IOException {
    Answer page = assertPage(404, RawHttp.get(relay, "/<b>marked</b>?marked", NAVIGATION));
    assertFalse(page.body().contains("marked"), page.body());
  }

  @Test
  void whatIsNotMissingStaysAsItIs() throws IOException {
    assertFalse(RawHttp.get(relay, "/api/limits", NAVIGATION).expect(200).json().isEmpty());
  }

  /** As a browser does it: an empty segment is a segment. */
  private static String resolve(String path, String reference) {
    String folder = path.replaceFirst("\\?.*", "").replaceFirst("[^/]*$", "");
    String rest = reference.replaceFirst("^\\./", "");
    while (rest.startsWith("../")) {
      folder = folder.replaceFirst("[^/]*/$", "");
      rest = rest.substring(3);
    }
    return URI.create(folder + rest).getPath();
  }

  private static Answer assertPage(int status, Answer answer) {
    answer.expect(status);
    assertEquals("text/html; charset=utf-8", answer.header("content-type"));
    assertEquals("accept", answer.header("vary").toLowerCase(Locale.ROOT));
    assertEquals("no-store", answer.header("cache-control"));
    assertEquals("nosniff", answer.header("x-content-type-options"));
    assertTrue(answer.header("content-security-policy").startsWith("default-src 'none'"));
    assertFalse(answer.body().contains("<script"), answer.body());
    assertFalse(answer.body().contains("{"), answer.body());
    return answer;
  }
}
