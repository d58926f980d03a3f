package network.pug.e2e.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import network.pug.e2e.support.Patience;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.Relay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several requests on one connection, requests in pieces, and ones that never come to an end. */
class HttpConnectionTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  @RegisterExtension private static final Relay relay = Relay.start();

  @Test
  void pipelinedRequestsAreAnsweredInOrder() throws IOException {
    try (RawHttp http = new RawHttp(relay)) {
      http.send(
          http.head("GET", "/healthz", "")
              + http.head("GET", "/nothing", "")
              + http.head("POST", "/api/pow-redeem", "{}")
              + "{}"
              + http.head("GET", "/api/create-room", "")
              + http.head("GET", "/api/limits", ""));
      http.read().expect(200);
      http.read().expectProblem(404);
      http.read().expectProblem(415);
      http.read().expectProblem(401);
      assertTrue(http.read().expect(200).json().has("maxMessageBytes"));
    }
  }

  @Test
  void aRequestMayComeByteByByte() throws IOException {
    try (RawHttp http = new RawHttp(relay)) {
      for (char c : http.head("GET", "/healthz", "").toCharArray()) {
        http.send(String.valueOf(c));
      }
      http.read().expect(200);
    }
  }

  @Test
  void aBodyMayComeInChunks() throws IOException {
    try (RawHttp http = new RawHttp(relay)) {
      http.send(http.head("POST", "/api/pow-redeem", "", RawHttp.JSON, RawHttp.CHUNKED));
      http.send("1\r\n{\r\n1\r\n}\r\n0\r\n\r\n");
      http.read().expectProblem(400);
      http.ask("GET", "/healthz", "").expect(200);
    }
  }

  @Test
  void aClientThatWantsToGoIsLetGo() throws IOException {
    try (RawHttp http = new RawHttp(relay)) {
      http.ask("GET", "/healthz", "", "Connection: close").expect(200);
      assertTrue(http.isEnded());
    }
  }

  @Test
  void expectationsAreMet() throws IOException {
    try (RawHttp http = new RawHttp(relay)) {
      String expect = "Expect: 100-continue";
      http.send(http.head("POST", "/api/pow-redeem", "{}", RawHttp.JSON, expect));
      assertEquals(100, http.readHead().status());
      http.send("{}");
      http.read().expectProblem(400);
    }
  }

  @Test
  void headersThatNeverEndEndTheConnection() throws IOException {
    try (Relay impatient = Relay.start(Map.of(Patience.HEADER, SHORT));
        RawHttp http = new RawHttp(impatient)) {
      http.send("GET /healthz HTTP/1.1\r\nHost: x\r\n");
      assertTimesOut(http);
    }
  }

  @Test
  void aConnectionThatSaysNothingIsEnded() throws IOException {
    try (Relay impatient = Relay.start(Map.of(Patience.HEADER, SHORT));
        RawHttp http = new RawHttp(impatient)) {
      assertTrue(http.isEnded());
    }
  }

  @Test
  void anIdleConnectionIsEndedWithoutAWordThatCouldAnswerTheNextRequest() throws IOException {
    try (Relay impatient = Relay.start(Map.of(Patience.HEADER, SHORT));
        RawHttp http = new RawHttp(impatient)) {
      http.ask("GET", "/healthz", "").expect(200);
      assertTrue(http.isEnded());
    }
  }

  @Test
  void answersDoNotPileUpForWhoDoesNotReadThem() throws IOException {
    try (Relay impatient = Relay.start(Map.of(Patience.ANSWER, SHORT));
        RawHttp http = new RawHttp(impatient)) {
      String requests = http.head("GET", "/", "").repeat(100);
      // The relay stops reading, so the socket fills up, and then the connection is ended.
      assertThrows(
          IOException.class,
          () -> {
            while (true) {
              http.send(requests);
            }
          });
    }
  }

  @Test
  void anotherVersionOfHttpIsRefused() throws IOException {
    try (RawHttp http = new RawHttp(relay)) {
      http.send("GET /healthz HTTP/2.0\r\nHost: x\r\n\r\n");
      http.read().expectProblem(505);
    }
  }

  @Test
  void aBodyThatNeverEndsEndsTheConnection() throws IOException {
    try (Relay impatient = Relay.start(Map.of(Patience.BODY, SHORT));
        RawHttp http = new RawHttp(impatient)) {
      http.send(http.head("POST", "/api/pow-redeem", "{}", RawHttp.JSON));
      http.send("{");
      assertTimesOut(http);
    }
  }

  private static void assertTimesOut(RawHttp http) throws IOException {
    http.read().expectProblem(408);
    assertTrue(http.isEnded());
  }
}
