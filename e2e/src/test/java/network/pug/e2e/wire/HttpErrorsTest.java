package network.pug.e2e.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Set;
import network.pug.e2e.support.Answer;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods and paths that are refused, each with a problem document. */
class HttpErrorsTest {
  @RegisterExtension private static final Relay relay = Relay.start();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api",
        "/api/",
        "/api/nothing",
        "/api/limits/",
        "/nothing",
        "/r",
        "/r/",
        "/r/a/b",
        "/r/a/",
        "//",
        "/healthz/",
        "/ws/",
        "/../pom.xml",
        "/%2e%2e/pom.xml",
        "/js/../index.html",
        "/.git",
        "/api/limits%00",
        "/API/limits"
      })
  void anUnknownPathIsNotFound(String path) throws IOException {
    RawHttp.get(relay, path).expectProblem(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST   | /                  | GET, HEAD",
        "DELETE | /r/x               | GET, HEAD",
        "PUT    | /healthz           | GET, HEAD",
        "POST   | /api/limits        | GET, HEAD",
        "OPTIONS| /api/limits        | GET, HEAD",
        "POST   | /api/pow-challenge | GET, HEAD",
        "GET    | /api/pow-redeem    | POST",
        "OPTIONS| /api/pow-redeem    | POST",
        "DELETE | /api/create-room   | GET, POST",
        "PATCH  | /api/create-room   | GET, POST",
        "POST   | /ws                | GET",
        "BREW   | /                  | GET, HEAD",
      })
  void aWrongMethodIsToldWhichAreAllowed(String method, String path, String allowed)
      throws IOException {
    Answer answer = RawHttp.request(relay, method, path, "").expectProblem(405);
    assertEquals(Set.of(allowed.split(", ")), Set.of(answer.header("allow").split(", *")));
  }

  @ParameterizedTest
  @CsvSource({"HEAD, /api/pow-redeem", "HEAD, /api/create-room", "HEAD, /ws"})
  void headIsNotAllowedWhereAGetHasAnEffect(String method, String path) throws IOException {
    RawHttp.request(relay, method, path, "", RawWebSocket.upgrade()).expect(405).header("allow");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/r/x", "/healthz", "/api/limits"})
  void headIsAnsweredAsGetWithoutTheBody(String path) throws IOException {
    try (RawHttp http = new RawHttp(relay)) {
      Answer got = http.ask("GET", path, "").expect(200);
      Answer head = http.ask("HEAD", path, "").expect(200);
      assertEquals(got.header("content-length"), head.header("content-length"));
      assertEquals(got.header("content-type"), head.header("content-type"));
      // Had there been a body, this answer would begin with it.
      http.ask("GET", "/healthz", "").expect(200);
    }
  }

  @Test
  void headOfAnUnknownPathHasNoBodyEither() throws IOException {
    try (RawHttp http = new RawHttp(relay)) {
      http.ask("HEAD", "/nothing", "").expect(404);
      http.ask("GET", "/healthz", "").expect(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense||",
        "GET /healthz||",
        "GET /healthz HTTP/1.1|Host: x|no colon||",
        "GET /healthz HTTP/1.1|Host: x|X : y||",
        "GET healthz HTTP/1.1|Host: x||",
        "POST /api/pow-redeem HTTP/1.1|Host: x|Content-Length: x||",
        "POST /api/pow-redeem HTTP/1.1|Host: x|Content-Length: -1||",
        "POST /api/pow-redeem HTTP/1.1|Host: x|Content-Length: 1|Content-Length: 2||xx",
        "POST /api/pow-redeem HTTP/1.1|Host: x|Transfer-Encoding: chunked||zz|"
      })
  void whatIsNoHttpIsABadRequest(String lines) throws IOException {
    try (RawHttp http = new RawHttp(relay)) {
      http.send(lines.replace("|", "\r\n"));
      http.read().expectProblem(400);
    }
  }
}
