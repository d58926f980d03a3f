package network.pug.relay.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadRedactorTest {
  private final HeadRedactor redactor = new HeadRedactor(UnpooledByteBufAllocator.DEFAULT);

  @ParameterizedTest
  @CsvSource({
    "GET /r/HxxbL613hDQ HTTP/1.1, GET /r/xxxxxxxxxxx HTTP/1.1",
    "GET /chat/r/a HTTP/1.1, GET /chat/r/x HTTP/1.1",
    "GET http://host/r/ab HTTP/1.1, GET http://host/r/xx HTTP/1.1",
    "GET /r/a?b=c/d#s=e HTTP/1.1, GET /r/x?xxx/xxxxx HTTP/1.1",
    "GET /r/a/b%20c HTTP/1.1, GET /r/x/xxxxx HTTP/1.1",
    "GET //r//r/a HTTP/1.1, GET //r//x/x HTTP/1.1",
    "GET /rr/a HTTP/1.1, GET /rr/a HTTP/1.1",
    "GET /R/a HTTP/1.1, GET /R/a HTTP/1.1",
    "Referer: https://host/r/abc, Referer: https://host/r/xxx",
    "Accept: text/html, Accept: text/html",
  })
  void whatStandsBehindRIsOverwritten(String line, String redacted) {
    assertRedacted(line, redacted, "");
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization: Bearer abc-_9, Authorization: Bearer xxxxxx, abc-_9",
    "authorization:bEARER abc, authorization:bEARER xxx, abc",
    "Authorization: Bearer   abc, Authorization: Bearer   xxx, abc",
    "Authorization: Bearer /r/b, Authorization: Bearer xxxx, /r/b",
    "X-Bearer: abc, X-Bearer: abc, ''",
    "Authorization: Bearer, Authorization: Bearer, ''",
    "Authorization: Basic abc, Authorization: Basic abc, ''",
    "Authorization: Bearer a b, Authorization: Bearer x x, ''",
    "Authorization: Bearer a Bearer b, Authorization: Bearer x xxxxxx x, ''",
    "X: bearerless abc, X: bearerless abc, ''",
  })
  void whatStandsBehindBearerIsOverwrittenAndKept(String line, String redacted, String kept) {
    assertRedacted(line, redacted, kept);
  }

  @Test
  void aHeaderThatGoesOnInTheNextLineIsOneHeader() {
    assertRedacted("A: Bearer\r\n abc", "A: Bearer\r\n xxx", "abc");
    assertRedacted("A: Bearer\r\nB: abc", "A: Bearer\r\nB: abc", "");
    assertRedacted("A: Bearer\r\nB: Bearer abc", "A: Bearer\r\nB: Bearer xxx", "abc");
    assertRedacted("A: Bearer a\r\n b", "A: Bearer x\r\n b", "a");
  }

  @Test
  void ofSeveralCredentialsNoneIsKept() {
    assertRedacted("A: Bearer a\r\nB: Bearer b", "A: Bearer x\r\nB: Bearer x", "");
  }

  @Test
  void credentialsAreKeptUpToABound() {
    String most = "a".repeat(HeadRedactor.MAX_CREDENTIAL_BYTES);
    assertRedacted("A: Bearer " + most, "A: Bearer " + "x".repeat(most.length()), most);
    assertRedacted("A: Bearer " + most + "a", "A: Bearer " + "x".repeat(most.length() + 1), "");
  }

  /** A parser that refuses them shall go on to do so. */
  @ParameterizedTest
  @ValueSource(strings = {"\0", "\u0001", "\u007f", "\u0080", "\u00ff"})
  void whatIsNoVisibleAsciiStaysAsItIs(String odd) {
    assertRedacted("GET /r/a" + odd + "b HTTP/1.1", "GET /r/x" + odd + "x HTTP/1.1", "");
    assertRedacted("A: Bearer a" + odd + "b", "A: Bearer x" + odd + "x", "");
  }

  @Test
  void aHeadEndsWithAnEmptyLine() {
    assertEquals("\r\n\nGET /a\r\nB: c\r\n\r\n", head("\r\n\nGET /a\r\nB: c\r\n\r\n{\"a\":1}"));
    assertEquals("GET /a\n\n", head("GET /a\n\nGET /b\n\n"));
  }

  @Test
  void eachHeadHasCredentialsOfItsOwn() {
    assertRedacted("A: Bearer a", "A: Bearer x", "a");
    assertRedacted("A: b", "A: b", "");
    assertRedacted("A: Bearer c", "A: Bearer x", "c");
  }

  /** Looks at a head as it is after it came in two parts, cut anywhere. */
  private void assertRedacted(String head, String redacted, String kept) {
    String whole = head + "\r\n\r\n";
    for (int cut = 0; cut <= whole.length(); cut++) {
      assertEquals(redacted + "\r\n\r\n", redact(whole.substring(0, cut), whole.substring(cut)));
      ByteBuf credentials = redactor.takeCredentials();
      assertEquals(kept, credentials.toString(ISO_8859_1));
      credentials.release();
    }
  }

  private String redact(String... parts) {
    StringBuilder redacted = new StringBuilder();
    for (String part : parts) {
      ByteBuf bytes = Unpooled.copiedBuffer(part, ISO_8859_1);
      assertEquals(part.length(), redactor.redact(bytes), "all of it is head");
      redacted.append(bytes.toString(ISO_8859_1));
      bytes.release();
    }
    return redacted.toString();
  }

  private String head(String text) {
    ByteBuf bytes = Unpooled.copiedBuffer(text, ISO_8859_1);
    try {
      int length = redactor.redact(bytes);
      redactor.takeCredentials().release();
      return text.substring(0, length);
    } finally {
      bytes.release();
    }
  }
}
