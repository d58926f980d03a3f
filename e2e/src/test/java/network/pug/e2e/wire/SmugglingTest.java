package network.pug.e2e.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.regex.Pattern;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.Relay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests that another server or a proxy could read in another way, as raw bytes: each is refused,
 * and whatever stands behind it is never taken for a request. A bar is CR and LF; what stands in
 * braces is the byte of that number in hexadecimal digits.
 */
class SmugglingTest {
  private static final String SMUGGLED =
      "GET /api/limits HTTP/1.1|Host: smuggled|Connection: close||";
  private static final String GET = "GET /healthz HTTP/1.1|Host: x|";
  private static final String POST = "POST /api/create-room HTTP/1.1|Host: x|";

  private static final Pattern BYTE = Pattern.compile("\\{([0-9a-f]{2})\\}");

  @RegisterExtension private static final Relay relay = Relay.start();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5|Transfer-Encoding: chunked||0||",
        "Transfer-Encoding: chunked|Content-Length: 5||0||",
        "Content-Length: 5|Content-Length: 6||hello",
        "Content-Length: 5|Content-Length: 5||hello",
        "Content-Length: 5|content-length: 5||hello",
        "Content-Length: 5, 5||hello",
        "Content-Length: 5, 6||hello",
        "Content-Length: +5||hello",
        "Content-Length: -5||hello",
        "Content-Length:||",
        "Content-Length: 5 5||hello",
        "Content-Length: 5;||hello",
        "Content-Length: 0x5||hello",
        "Content-Length: 5h||hello",
        "Content-Length: \"5\"||hello",
        "Content-Length: {b9}||hello",
        "Content-Length: 9223372036854775808||hello",
        "Content-Length: 18446744073709551621||hello",
        "Content-Length : 5||hello",
        " Content-Length: 5||hello",
        "Content{00}-Length: 5||hello",
        "Content-Length: 5{00}||hello",
        "Content-Length: {0b}5||hello",
        "X: y| Content-Length: 5||hello",
        "Content-Length:| 5||hello",
      })
  void aLengthThatIsNotOneNumberIsRefused(String headers) throws IOException {
    assertRefused(400, POST + headers);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "501 ~ Transfer-Encoding: gzip, chunked",
        "501 ~ Transfer-Encoding: gzip|Transfer-Encoding: chunked",
        "501 ~ Transfer-Encoding: ,chunked",
        "501 ~ Transfer-Encoding: chunked,",
        "501 ~ Transfer-Encoding:|Transfer-Encoding: chunked",
        "400 ~ Transfer-Encoding: gzip",
        "400 ~ Transfer-Encoding: chunked, gzip",
        "400 ~ Transfer-Encoding: chunked, chunked",
        "400 ~ Transfer-Encoding: chunked|Transfer-Encoding: chunked",
        "400 ~ Transfer-Encoding: chunked|Transfer-Encoding: identity",
        "400 ~ Transfer-Encoding: xchunked",
        "400 ~ Transfer-Encoding: \"chunked\"",
        "400 ~ Transfer-Encoding: chunked;",
        "400 ~ Transfer-Encoding: chunked; q=1",
        "400 ~ Transfer-Encoding: {0b}chunked",
        "400 ~ Transfer-Encoding: chunked{00}",
        "400 ~ Transfer-Encoding:| chunked",
        "400 ~ Transfer-Encoding : chunked",
        "400 ~ Transfer-Encoding:",
      })
  void aTransferCodingOtherThanChunkedIsRefused(int status, String header) throws IOException {
    assertRefused(status, POST + header + "||0||");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer-Encoding: chunked||0||",
        "Transfer-Encoding: chunked|Content-Length: 5||0||",
        "Content-Length: 5|Content-Length: 6||hello",
      })
  void oldVersionsHaveNoChunksAndOneLengthToo(String headers) throws IOException {
    assertRefused(400, "POST /api/create-room HTTP/1.0|" + headers);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "|",
        "x|",
        "-1|x|0||",
        "+1|x|0||",
        "0x1|x|0||",
        " 1|x|0||",
        "1 |x|0||",
        "1{00}|x|0||",
        "1{0d};a|x|0||",
        "{0d}1|x|0||",
        "80000000|x|0||",
        "ffffffffffffffff|x|0||",
        "10000000000000001|x|0||",
        "1{0a}x|0||",
        "1;a{0a}x|0||",
        "1;a=\"{0a}\"|x|0||",
        "1;a=\"|x|0||",
        "1|xy0||",
        "1|x{0a}0||",
        "1|x{0d}0||",
        "1|x{0a}{0d}0||",
        "1|0||",
        "1|x|0{0a}{0a}",
        "0|{0a}",
        "0|X: y{0a}|",
        "0|X{00}: y||",
        "0|X : y||",
        "0|X: y{00}||",
        "0|X: y{0d}z||",
        "0|no colon||",
      })
  void chunksThatAreNotOfTheFormAreRefused(String chunks) throws IOException {
    assertRefused(400, POST + "Transfer-Encoding: chunked||" + chunks);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        GET + "{0a}",
        GET + "X: y{0a}|",
        GET + "X: y{0d}|",
        GET + "X: y{0d}z||",
        GET + "X: {0d}{0a} folded||",
        GET + "X: y| folded||",
        GET + "X: y|{09}folded||",
        GET + "X : y||",
        GET + "X{09}: y||",
        GET + ": y||",
        GET + "X||",
        GET + "X{00}: y||",
        GET + "X{7f}: y||",
        GET + "(X): y||",
        GET + "X: {00}y||",
        GET + "X: y{01}z||",
        GET + "X: y{0c}z||",
        GET + "X: y{7f}||",
        "GET /healthz HTTP/1.1{0a}Host: x||",
        "GET /healthz HTTP/1.1| Host: x||",
        "GET /healthz HTTP/1.1|{09}Host: x||",
        "GET /healthz HTTP/1.1|| Host: x||",
      })
  void headersThatAreNotOfTheFormAreRefused(String request) throws IOException {
    assertRefused(400, request);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "400 ~ 'GET  /healthz HTTP/1.1'",
        "400 ~ 'GET /healthz  HTTP/1.1'",
        "400 ~ 'GET /healthz HTTP/1.1 '",
        "400 ~ ' GET /healthz HTTP/1.1'",
        "400 ~ GET{09}/healthz HTTP/1.1",
        "400 ~ GET{0d}/healthz HTTP/1.1",
        "400 ~ GET /healthz{0b}HTTP/1.1",
        "400 ~ GET /health z HTTP/1.1",
        "400 ~ GET /health{00}z HTTP/1.1",
        "400 ~ GET /health{e4}z HTTP/1.1",
        "400 ~ GET /healthz HTTP/1.1{0d}",
        "400 ~ GET /healthz",
        "400 ~ 'GET /healthz '",
        "400 ~ GET",
        "400 ~ G{00}T /healthz HTTP/1.1",
        "400 ~ G@T /healthz HTTP/1.1",
        "400 ~ GET /healthz http/1.1",
        "400 ~ GET /healthz HTTP/1",
        "400 ~ GET /healthz HTTP/1.10",
        "400 ~ GET /healthz HTTP/01.1",
        "400 ~ GET /healthz HTTPS/1.1",
        "400 ~ GET healthz HTTP/1.1",
        "400 ~ GET * HTTP/1.1",
        "400 ~ OPTIONS * HTTP/1.1",
        "400 ~ CONNECT x:443 HTTP/1.1",
        "400 ~ GET http:///healthz HTTP/1.1",
        "400 ~ GET ftp://x/healthz HTTP/1.1",
        "400 ~ GET http://y/healthz HTTP/1.1",
        "400 ~ GET http://x:80/healthz HTTP/1.1",
        "400 ~ GET http://u@x/healthz HTTP/1.1",
        "505 ~ GET /healthz HTTP/0.9",
        "505 ~ GET /healthz HTTP/1.2",
        "505 ~ GET /healthz HTTP/2.0",
      })
  void aRequestLineThatIsNotOfTheFormIsRefused(int status, String line) throws IOException {
    assertRefused(status, line + "|Host: x||");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Host: x|Host: x|",
        "Host: x|host: y|",
        "Host:|",
        "Host: x y|",
        "Host: x, y|",
        "Host: u@x|",
        "Host: x/y|",
        "Host: http://x|",
        "Host: x:y|",
        "Host: x:123456|",
        "Host: [::1|",
        "Host: %zz|",
        "Host: x{e4}|",
      })
  void aHostThatIsNotOneHostIsRefused(String host) throws IOException {
    assertRefused(400, "GET /healthz HTTP/1.1|" + host + "|");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PRI * HTTP/2.0||SM||",
        "{16}{03}{01}{00}{05}{01}{00}{00}{01}{00}",
        "{0a}" + GET + "|",
        "{0d}" + GET + "|",
        "|||||||||" + GET + "|",
        "{00}" + GET + "|",
      })
  void whatBeginsNotAsARequestIsRefused(String bytes) throws IOException {
    assertRefused(bytes.startsWith("PRI") ? 505 : 400, bytes);
  }

  /** To Netty's parser these have a body of eight bytes. */
  @Test
  void aBodyThatNobodyDeclaresIsNone() throws IOException {
    assertRefused(400, GET + "Sec-WebSocket-Key1: a|Sec-WebSocket-Key2: b||GET / HT");
  }

  /** What looks odd and is allowed, so that the above is not refused for another reason. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        GET + "|",
        "||||||||" + GET + "|",
        GET + "X:y|X:|X: {09} y {09} |X: {e4}|",
        "GET /healthz HTTP/1.1|hOST:x|",
        "GET http://x/healthz HTTP/1.1|Host: X|",
        "GET HTTP://x:1/healthz HTTP/1.1|Host: x:1|",
        "GET /healthz HTTP/1.1|Host: [::1]:3000|",
        "GET /healthz HTTP/1.1|Host: a-b.%41_c.|",
        GET + "Content-Length: 5||hello",
        GET + "Content-Length: 005||hello",
        GET + "Content-Length: 0|",
        GET + "Transfer-Encoding: chunked||0||",
        GET + "tRANSFER-eNCODING:cHUNKED||1;a=b;c=\"d\"|x|A|0123456789|0|X: y||",
        GET + "Transfer-Encoding: chunked||0000000000001|x|000||",
        GET + "Transfer-Encoding: chunked||1 ;a|x|0||",
        GET + "Transfer-Encoding: chunked||0|Content-Length: 5|Host: y||",
      })
  void whatIsOfTheFormIsAnswered(String request) throws IOException {
    String whole = request.endsWith("||") || request.endsWith("hello") ? request : request + "|";
    try (RawHttp http = new RawHttp(relay)) {
      http.send(bytes(whole + SMUGGLED));
      assertEquals("ok", http.read().expect(200).body());
      assertTrue(http.read().expect(200).json().has("maxMessageBytes"));
      assertTrue(http.isEnded());
    }
  }

  /** The one answer is an error, and the connection ends with it. */
  private static void assertRefused(int status, String request) throws IOException {
    try (RawHttp http = new RawHttp(relay)) {
      http.send(bytes(request + SMUGGLED));
      assertEquals("close", http.read().expectProblem(status).header("connection"));
      assertTrue(http.isEnded());
    }
  }

  private static String bytes(String text) {
    return BYTE.matcher(text.replace("|", "\r\n"))
        .replaceAll(hex -> String.valueOf((char) Integer.parseInt(hex.group(1), 16)));
  }
}
