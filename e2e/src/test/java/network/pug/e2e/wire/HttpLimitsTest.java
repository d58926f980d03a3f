package network.pug.e2e.wire;

import java.io.IOException;
import network.pug.e2e.support.Answer;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.Relay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How large each part of a request may be: at the bound, and one above it. */
class HttpLimitsTest {
  private static final int LINE = 4096;
  private static final int HEADERS = 8192;
  private static final int FIELDS = 100;
  private static final int BODY = 4096;
  private static final int CHUNKS = 49_152;

  @RegisterExtension private static final Relay relay = Relay.start();

  @Test
  void aRequestLine() throws IOException {
    String path = "/r/" + "x".repeat(LINE - "GET /r/ HTTP/1.1".length());
    RawHttp.get(relay, path).expect(200);
    RawHttp.get(relay, path + "x").expectProblem(414);
  }

  @Test
  void aQueryIsPartOfTheLine() throws IOException {
    String target = "/api/limits?" + "x".repeat(LINE - "GET /api/limits? HTTP/1.1".length());
    RawHttp.get(relay, target).expect(200);
    RawHttp.get(relay, target + "x").expectProblem(414);
  }

  @Test
  void aHost() throws IOException {
    host("%41".repeat(84) + "x").expect(200);
    host("%41".repeat(84) + "x:00080").expect(200);
    host("%41".repeat(84) + "xx:00080").expectProblem(400);
    host("%41".repeat(2700)).expectProblem(400);
  }

  @Test
  void aHeaderSectionWithoutTheEndsOfItsLines() throws IOException {
    String header = "X: " + "x".repeat(HEADERS - ("X: Host: " + relay.authority()).length());
    RawHttp.get(relay, "/healthz", header).expect(200);
    RawHttp.get(relay, "/healthz", header + "x").expectProblem(431);
  }

  @Test
  void theNumberOfHeaders() throws IOException {
    String[] headers = "X: y,".repeat(FIELDS - 1).split(",");
    RawHttp.get(relay, "/healthz", headers).expect(200);
    RawHttp.get(relay, "/healthz", "X: y,".repeat(FIELDS).split(",")).expectProblem(431);
  }

  @Test
  void aBody() throws IOException {
    redeem("x".repeat(BODY)).expectProblem(400);
    redeem("x".repeat(BODY + 1)).expectProblem(413);
  }

  @Test
  void aBodyThatNobodyAskedFor() throws IOException {
    RawHttp.request(relay, "POST", "/api/create-room", "x".repeat(BODY)).expectProblem(401);
    RawHttp.request(relay, "POST", "/api/create-room", "x".repeat(BODY + 1)).expectProblem(413);
  }

  @Test
  void aDeclaredBodyThatIsNotThereYet() throws IOException {
    try (RawHttp http = new RawHttp(relay)) {
      String huge = "Content-Length: " + (BODY + 1);
      http.send(http.head("POST", "/api/pow-redeem", "", RawHttp.JSON, huge));
      http.read().expectProblem(413);
    }
  }

  @Test
  void aBodyInChunks() throws IOException {
    String half = "800\r\n" + "x".repeat(BODY / 2) + "\r\n";
    chunks(half + half + "0\r\n\r\n").expectProblem(400);
    chunks(half + half + "1\r\nx\r\n0\r\n\r\n").expectProblem(413);
  }

  @Test
  void theLineOfAChunk() throws IOException {
    String line = "0;" + "x".repeat(LINE - 2);
    chunks(line + "\r\n\r\n").expectProblem(400);
    chunks(line + "x\r\n\r\n").expectProblem(413);
  }

  @Test
  void theLinesOfAllChunks() throws IOException {
    String chunk = "1;" + "x".repeat(4091) + "\r\nx\r\n"; // 4098 bytes
    String end = "0\r\n\r\n";
    String most = chunk.repeat(CHUNKS / chunk.length());
    String fill = "1;" + "x".repeat(CHUNKS - most.length() - end.length() - 7) + "\r\nx\r\n";
    chunks(most + fill + end).expectProblem(400);
    chunks(most + fill.replaceFirst("x", "xx") + end).expectProblem(413);
  }

  @Test
  void trailersTogetherWithHeaders() throws IOException {
    try (RawHttp http = new RawHttp(relay)) {
      String head = http.head("POST", "/api/pow-redeem", "", RawHttp.JSON, RawHttp.CHUNKED);
      int fields = head.replace("\r\n", "").length() - "POST /api/pow-redeem HTTP/1.1".length();
      String trailer = "X: " + "x".repeat(HEADERS - fields - 3);
      chunks("0\r\n" + trailer + "\r\n\r\n").expectProblem(400);
      chunks("0\r\n" + trailer + "x\r\n\r\n").expectProblem(431);
    }
  }

  private static Answer host(String host) throws IOException {
    try (RawHttp http = new RawHttp(relay)) {
      http.send("GET /healthz HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
      return http.read();
    }
  }

  private static Answer redeem(String body) throws IOException {
    return RawHttp.request(relay, "POST", "/api/pow-redeem", body, RawHttp.JSON);
  }

  private static Answer chunks(String chunks) throws IOException {
    try (RawHttp http = new RawHttp(relay)) {
      http.send(http.head("POST", "/api/pow-redeem", "", RawHttp.JSON, RawHttp.CHUNKED) + chunks);
      return http.read();
    }
  }
}
