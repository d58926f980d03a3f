package network.pug.e2e.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import network.pug.e2e.support.Answer;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.Relay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the admin port answers, and to whom. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AdminPortTest {

  private static Relay start() {
    return Relay.start("--admin-port", "0");
  }

  @Test
  void theTextIsThatOfPrometheusAndKeptByNobody() throws IOException {
    try (Relay relay = start()) {
      Answer metrics = RawHttp.get(relay.admin(), "/metrics").expect(200);
      assertEquals("text/plain; version=0.0.4; charset=utf-8", metrics.header("content-type"));
      assertEquals("no-store", metrics.header("cache-control"));
      assertEquals("nosniff", metrics.header("x-content-type-options"));
      assertTrue(metrics.body().startsWith("# HELP pug_"));
      RawHttp.request(relay.admin(), "HEAD", "/metrics", "").expect(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/metrics/", "/metrics?x=1", "/healthz", "/api/limits", "/ws", "*"})
  void nothingElseIsThere(String path) throws IOException {
    try (Relay relay = start()) {
      RawHttp.get(relay.admin(), path).expect(404);
    }
  }

  @Test
  void nothingElseCanBeDone() throws IOException {
    try (Relay relay = start()) {
      for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS", "TRACE")) {
        Answer answer = RawHttp.request(relay.admin(), method, "/metrics", "").expect(405);
        assertEquals("GET, HEAD", answer.header("allow"));
      }
    }
  }

  @Test
  void theAnswerArrivesWhateverComesBehindTheHead() throws IOException {
    try (Relay relay = start();
        RawHttp http = new RawHttp(relay.admin())) {
      http.send("POST /metrics HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000000\r\n\r\n");
      http.send("x".repeat(9_000_000));
      http.read().expect(405);
      assertTrue(http.isEnded());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"chat.example", "127.0.0.1.chat.example", "localhost.chat.example", "0", ""})
  void aPageThatHasItsNameLeadHereIsRefused(String host) throws IOException {
    try (Relay relay = start();
        RawHttp http = new RawHttp(relay.admin())) {
      http.send("GET /metrics HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
      http.read().expect(403);
      assertTrue(http.isEnded());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "localhost:9090", "127.0.0.1", "[::1]:9090"})
  void theLoopbackHasSeveralNames(String host) throws IOException {
    try (Relay relay = start();
        RawHttp http = new RawHttp(relay.admin())) {
      http.send("GET /metrics HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
      http.read().expect(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /metrics HTTP/1.1\r\n\r\n",
        "GET /metrics HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
        "nonsense\r\n\r\n"
      })
  void whatIsNoProperRequestIsRefused(String request) throws IOException {
    try (Relay relay = start();
        RawHttp http = new RawHttp(relay.admin())) {
      http.send(request);
      http.read().expect(400);
      assertTrue(http.isEnded());
    }
  }

  @Test
  void aRequestWithoutEndIsCutOff() throws IOException {
    try (Relay relay = start();
        RawHttp http = new RawHttp(relay.admin())) {
      http.send("GET /metrics HTTP/1.1\r\nX: " + "x".repeat(5000));
      http.read().expect(400);
      assertTrue(http.isEnded());
    }
  }

  @Test
  void eightProgramsAreServedAtATimeAndNoneMore() throws IOException {
    try (Relay relay = start()) {
      List<RawHttp> idle = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        idle.add(new RawHttp(relay.admin()));
      }
      try (RawHttp ninth = new RawHttp(relay.admin())) {
        assertTrue(ninth.isEnded());
      }
      idle.getFirst().send("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");
      idle.getFirst().read().expect(200);
      for (RawHttp http : idle) {
        http.close();
      }
    }
  }

  @Test
  void withoutAPortThereIsNone() {
    try (Relay relay = Relay.start()) {
      assertThrows(NullPointerException.class, relay::admin);
    }
  }
}
