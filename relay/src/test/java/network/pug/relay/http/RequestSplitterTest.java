package network.pug.relay.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The splitter with a real parser behind it, which must see what it would see without one. */
class RequestSplitterTest {
  private static final String SECRET = "/r/secret";
  private static final String BLANK = "/r/xxxxxx";

  private boolean answering = true;
  private boolean refused;
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final RequestSplitter splitter =
      new RequestSplitter(new HeadRedactor(channel.alloc(), "/"));

  RequestSplitterTest() {
    channel.pipeline().addLast(splitter, new HttpRequestDecoder(), splitter.behind());
  }

  @AfterEach
  void release() {
    channel.finishAndReleaseAll();
  }

  @Test
  void everyHeadIsRedactedAndNoBodyIs() {
    String requests =
        "GET /r/secret HTTP/1.1||"
            + "POST /a HTTP/1.1|Content-Length: 9||/r/secret"
            + "POST /b HTTP/1.1|Content-Length: 0||"
            + "POST /c HTTP/1.1|Transfer-Encoding: chunked||9|/r/secret|2|\n\n|0||"
            + "GET /r/secret HTTP/1.1||";
    List<String> seen = List.of(BLANK, "/a:" + SECRET, "/b", "/c:" + SECRET + "\n\n", BLANK);
    for (int cut = 0; cut <= requests.length(); cut++) {
      assertEquals(
          seen, seen(requests.substring(0, cut), requests.substring(cut)), "cut at " + cut);
    }
  }

  @Test
  void aBodyThatLooksLikeAHeadIsNone() {
    String body = "\nUpgrade: x\n\nGET /r/secret HTTP/1.1\nAuthorization: Bearer x\n\n";
    assertEquals(
        List.of("/a:" + body, BLANK + " t"),
        seen(
            "POST /a HTTP/1.1|Content-Length: %d||%s".formatted(body.length(), body)
                + "GET /r/secret HTTP/1.1|Authorization: Bearer t||"));
  }

  @Test
  void credentialsStayWithTheirRequest() {
    assertEquals(
        List.of("/a 1", "/b", "/c 3"),
        seen(
            "GET /a HTTP/1.1|Authorization: Bearer 1||GET /b HTTP/1.1||GET /c"
                + " HTTP/1.1|Authorization: Bearer 3||"));
  }

  @Test
  void theNextRequestWaitsUntilTheLastIsAnswered() {
    answering = false;
    assertEquals(List.of("/a"), seen("GET /a HTTP/1.1||GET /b HTTP/1.1||GET /c", " HTTP/1.1||"));
    splitter.goOn();
    assertEquals(List.of("/b"), seen());
    splitter.goOn();
    assertEquals(List.of("/c"), seen());
  }

  @Test
  void whatFollowsARequestIsHeldForAnotherProtocolThatIsAgreedTo() {
    answering = false;
    assertEquals(List.of("/ws:body"), seen("POST /ws HTTP/1.1|Upgrade: x|Content-Length: 4||body"));
    channel.writeInbound(bytes(SECRET), bytes(SECRET));
    assertNull(channel.readInbound());
    channel.pipeline().remove(HttpRequestDecoder.class);
    channel.pipeline().remove(splitter);
    channel.writeInbound(bytes(SECRET));
    for (int i = 0; i < 3; i++) {
      ByteBuf rest = channel.readInbound();
      assertEquals(SECRET, rest.toString(ISO_8859_1));
      rest.release();
    }
  }

  @Test
  void ofABodyThatIsTooLargeNoMoreIsParsed() {
    String flood = "\n".repeat(60_000);
    String head = "POST /a HTTP/1.1|Transfer-Encoding: chunked||ea60|";
    List<String> seen = seen(head + flood + "|0||GET /b HTTP/1.1||");
    assertEquals(1, seen.size());
    assertEquals("/a:".length() + HttpConnection.MAX_BODY_BYTES + 1, seen.getFirst().length());
  }

  @Test
  void aBodyInChunksIsBoundedWithAllThatIsAroundIt() {
    String chunk = "1;" + "x".repeat(1000) + "|y|";
    String head = "POST /a HTTP/1.1|Transfer-Encoding: chunked||";
    int most = RequestSplitter.MAX_CHUNK_BYTES / (chunk.length() + 2);
    assertEquals(
        List.of("/a:" + "y".repeat(most), "/b"),
        seen(head + chunk.repeat(most) + "0||GET /b HTTP/1.1||"));
    seen(head + chunk.repeat(most + 1));
    assertTrue(refused);
    assertEquals(List.of(), seen("0||GET /b HTTP/1.1||"));
  }

  @Test
  void whatFollowsTheLastAnswerIsDropped() {
    seen("GET /a HTTP/1.1||");
    splitter.end();
    assertEquals(List.of(), seen("GET /b HTTP/1.1||"));
  }

  @Test
  void whatFollowsWhatIsNoHttpIsDropped() {
    assertEquals(List.of("/a"), seen("GET /a HTTP/1.1||nonsense||GET /b HTTP/1.1||"));
    assertTrue(refused);
  }

  /** Of each request that the parser sees: path, credentials, and body. A bar is a line's end. */
  private List<String> seen(String... parts) {
    List<String> seen = new ArrayList<>();
    for (String part : parts.length == 0 ? new String[] {""} : parts) {
      channel.writeInbound(bytes(part.replace("|", "\r\n")));
      for (Object message = channel.readInbound();
          message != null;
          message = channel.readInbound()) {
        if (message instanceof HttpRequest request) {
          ByteBuf credentials = splitter.takeCredentials();
          seen.add((request.uri() + " " + credentials.toString(ISO_8859_1)).strip());
          credentials.release();
        }
        if (message instanceof HttpContent content && content.content().isReadable()) {
          String last = seen.removeLast();
          seen.add(last + (last.contains(":") ? "" : ":") + content.content().toString(ISO_8859_1));
        }
        refused |= ((HttpObject) message).decoderResult().isFailure();
        if (message instanceof LastHttpContent && answering && !refused) {
          splitter.goOn();
        }
        ReferenceCountUtil.release(message);
      }
    }
    return seen;
  }

  private static ByteBuf bytes(String text) {
    return Unpooled.copiedBuffer(text, ISO_8859_1);
  }
}
