package network.pug.relay.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadRedactorTest {
  private static final String GET = "GET / HTTP/1.1\r\n";

  @ParameterizedTest
  @CsvSource({
    "/, /r/HxxbL613hDQ, /r/xxxxxxxxxxx",
    "/, /r/a?b=c/d, /r/x?xxx/x",
    "/, /r/a%2Fb/c, /r/xxxxx/x",
    "/, http://host/r/ab, http://host/r/xx",
    "/, //r//r/a, //r//x/x",
    "/, /chat/r/a, /chat/r/x",
    "/, /r/a#k=b, /r/xxxxx",
    "/, /#k=b&s=c, /#xxxxxxx",
    "/, /rr/a, /rr/a",
    "/, /R/a, /R/a",
    "/, /?q=bearer, /?q=bearer",
    "/, *, *",
    "/, r/a, r/a",
    "/chat/, /chat/r/a, /chat/r/x",
    "/chat/, /r/a, /r/x",
    "/chat/, /chat/api/limits, /chat/api/limits",
    "/r/, /r/api/limits, /r/api/limits",
    "/r/, /r/r/a, /r/r/x",
    "/r/, http://r/r/r/a, http://r/r/r/x",
    "/a/r/b/, /a/r/b/docs/, /a/r/b/docs/",
    "/a/r/b/, /a/r/b/r/c, /a/r/b/r/x",
    "/r/b/, /r/bc, /r/bx",
  })
  void whatStandsBehindTheRoomsPathIsOverwritten(String basePath, String target, String redacted) {
    assertRedacted(basePath, "GET " + target + " HTTP/1.1", "GET " + redacted + " HTTP/1.1", "");
  }

  @ParameterizedTest
  @CsvSource({
    "Referer: https://host/r/abc, Referer: xxxxxxxxxxxxxxxxxx",
    "Cookie: a=b; c, Cookie: xxxx x",
    "X-Original-URI:/r/a, X-Original-URI:xxxx",
    "User-Agent: Bearer a, User-Agent: xxxxxx x",
    "X-Authorization: Bearer a, X-Authorization: xxxxxx x",
    "Sec-WebSocket-Key: AAAA/r/AAAA, Sec-WebSocket-Key: AAAA/r/AAAA",
    "hOST: a/r/b, hOST: a/r/b",
    "Accept: text/html, Accept: text/html",
  })
  void ofHeadersOnlyThoseThatTheRelayGoesByAreLegible(String line, String redacted) {
    assertRedacted("/", GET + line, GET + redacted, "");
  }

  @ParameterizedTest
  @CsvSource({
    "Bearer abc-_9, xxxxxx xxxxxx, abc-_9",
    "bEARER   abc, xxxxxx   xxx, abc",
    "Bearer /r/b, xxxxxx xxxx, /r/b",
    "Bearer, xxxxxx, ''",
    "Basic abc, xxxxx xxx, ''",
    "Bearers abc, xxxxxxx xxx, ''",
    "Bear abc, xxxx xxx, ''",
    "abc, xxx, ''",
    "Bearer a b, xxxxxx x x, ''",
  })
  void credentialsAreOverwrittenAndKept(String value, String redacted, String kept) {
    assertRedacted("/", GET + "Authorization: " + value, GET + "Authorization: " + redacted, kept);
  }

  @Test
  void ofSeveralCredentialsNoneIsKept() {
    assertRedacted(
        "/",
        GET + "Authorization: Bearer a\r\nAuthorization: Bearer b",
        GET + "Authorization: xxxxxx x\r\nAuthorization: xxxxxx x",
        "");
  }

  @Test
  void credentialsAreKeptUpToABound() {
    String most = "a".repeat(BearerReader.MAX_BYTES);
    String blank = "x".repeat(most.length());
    assertRedacted(
        "/", GET + "Authorization: Bearer " + most, GET + "Authorization: xxxxxx " + blank, most);
    assertRedacted(
        "/", GET + "Authorization: Bearer a" + most, GET + "Authorization: xxxxxx x" + blank, "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", "\u0080", "\u00ff"})
  void ofAValueNoMoreThanVisibleAsciiIsOverwritten(String odd) {
    assertRedacted("/", GET + "Cookie: a" + odd + "b", GET + "Cookie: x" + odd + "x", "");
  }

  /** A bar is the end of a line. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        " GET / HTTP/1.1|",
        "GET  / HTTP/1.1|",
        "GET\t/ HTTP/1.1|",
        "GET /  HTTP/1.1|",
        "GET / HTTP/1.1 |",
        "GET / HTTP/1.1 x|",
        "GET / http/1.1|",
        "GET /\u000bHTTP/1.1|",
        "GET /\0 HTTP/1.1|",
        "GET /\u00e4 HTTP/1.1|",
        "GET /\rHTTP/1.1|",
        "GET / HTTP/1.1\n",
        "GET / HTTP/1.1\r\r\n",
        "GET /|",
        "GET|",
        "GET / |",
        "GET / HTTP/1.1|a|",
        "GET / HTTP/1.1|:b|",
        "GET / HTTP/1.1|a :b|",
        "GET / HTTP/1.1|a\t:b|",
        "GET / HTTP/1.1| a:b|",
        "GET / HTTP/1.1|a:b| c|",
        "GET / HTTP/1.1|a:b|\tc|",
        "GET / HTTP/1.1|a:b\n",
        "GET / HTTP/1.1|a:b\rc|",
        "GET / HTTP/1.1|a:b\0|",
        "GET / HTTP/1.1|a:b\u007f|",
        "GET / HTTP/1.1|a:b\u000b|",
        "GET / HTTP/1.1|\n",
        "GET / HTTP/1.1|Content-Length: 1|content-length: 1|",
        "\nGET / HTTP/1.1|",
        "\rGET / HTTP/1.1|",
        "|||||||||GET / HTTP/1.1|",
      })
  void whatIsNoHeadIsRefused(String head) {
    assertThrows(ProblemException.class, () -> read(head.replace("|", "\r\n")));
  }

  @Test
  void emptyLinesInFrontAreOfTheHead() throws ProblemException {
    String whole = "\r\n".repeat(8) + GET + "Host: a\r\n\r\n";
    assertEquals(whole.length(), read(whole + "{}"));
  }

  @Test
  void aHeadMayHaveAHundredHeaders() throws ProblemException {
    String most = GET + "a:\r\n".repeat(HeadScanner.MAX_FIELDS);
    assertEquals(most.length(), read(most));
    assertThrows(ProblemException.class, () -> read(most + "a"));
  }

  @Test
  void eachHeadHasCredentialsOfItsOwn() {
    HeadRedactor redactor = new HeadRedactor(UnpooledByteBufAllocator.DEFAULT, "/");
    for (String token : new String[] {"a", "", "c"}) {
      String header = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
      redact(redactor, GET + header + "\r\n");
      assertEquals(token, take(redactor));
    }
  }

  /** Looks at a head as it is after it came in two parts, cut anywhere. */
  private static void assertRedacted(String basePath, String head, String redacted, String kept) {
    HeadRedactor redactor = new HeadRedactor(UnpooledByteBufAllocator.DEFAULT, basePath);
    String whole = head + "\r\n\r\n";
    for (int cut = 0; cut <= whole.length(); cut++) {
      assertEquals(
          redacted + "\r\n\r\n",
          redact(redactor, whole.substring(0, cut)) + redact(redactor, whole.substring(cut)));
      assertEquals(kept, take(redactor));
    }
  }

  private static String redact(HeadRedactor redactor, String part) {
    ByteBuf bytes = Unpooled.copiedBuffer(part, ISO_8859_1);
    try {
      assertEquals(part.length(), redactor.redact(bytes), "all of it is head");
      return bytes.toString(ISO_8859_1);
    } catch (ProblemException e) {
      throw new AssertionError(e);
    } finally {
      bytes.release();
    }
  }

  private static String take(HeadRedactor redactor) {
    ByteBuf credentials = redactor.takeCredentials();
    try {
      return credentials.toString(ISO_8859_1);
    } finally {
      credentials.release();
    }
  }

  /** How many bytes of a text belong to its head. */
  private static int read(String text) throws ProblemException {
    HeadRedactor redactor = new HeadRedactor(UnpooledByteBufAllocator.DEFAULT, "/");
    ByteBuf bytes = Unpooled.copiedBuffer(text, ISO_8859_1);
    try {
      return redactor.redact(bytes);
    } finally {
      bytes.release();
      redactor.takeCredentials().release();
    }
  }
}
