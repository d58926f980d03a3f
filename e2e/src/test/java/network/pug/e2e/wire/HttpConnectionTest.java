package network.pug.e2e.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import network.pug.e2e.support.Answer;
import network.pug.e2e.support.Patience;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.Relay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several requests on one connection, requests in pieces, and ones that never come to an end. */
class HttpConnectionTest {
  private static final Duration SHORT = Duration.ofMillis(300);

  /** Long enough for a client on a busy machine to have begun. */
  private static final Duration BEGUN = Duration.ofSeconds(2);

  private static final String EXPECT = "Expect: 100-continue";
  private static final int LATE = 1000;

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
  void noNumberOfPipelinedRequestsIsTooMany() throws IOException {
    try (RawHttp http = new RawHttp(relay)) {
      http.send((http.head("GET", "/healthz", "") + http.head("GET", "/nothing", "")).repeat(500));
      for (int i = 0; i < 500; i++) {
        http.read().expect(200);
        http.read().expectProblem(404);
      }
    }
  }

  @Test
  void whoReadsLateGetsAllAnswersInOrder() throws IOException {
    try (RawHttp http = new RawHttp(relay)) {
      String both = http.head("GET", "/", "") + http.head("GET", "/healthz", "");
      // More than the sockets hold, so that the relay has to wait with answers.
      http.send(both.repeat(LATE));
      for (int i = 0; i < LATE; i++) {
        assertTrue(http.read().expect(200).body().contains("<html"));
        assertEquals("ok", http.read().expect(200).body());
      }
    }
  }

  @Test
  void anInterimAnswerAndOneWithoutABodyKeepTheOrder() throws IOException {
    try (RawHttp http = new RawHttp(relay)) {
      http.send(
          http.head("POST", "/api/pow-redeem", "{}", RawHttp.JSON, EXPECT)
              + "{}"
              + http.head("HEAD", "/healthz", "")
              + http.head("HEAD", "/nothing", "")
              + http.head("GET", "/healthz", ""));
      assertEquals(100, http.readHead().status());
      http.read().expectProblem(400);
      assertEquals("2", http.readHead().expect(200).header("content-length"));
      http.readHead().expect(404);
      assertEquals("ok", http.read().expect(200).body());
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
  void aTargetMayBeAWholeAddressWithOrWithoutAPath() throws IOException {
    try (RawHttp http = new RawHttp(relay)) {
      String address = "http://" + relay.authority();
      String page = http.ask("GET", "/", "").expect(200).body();
      assertEquals("ok", http.ask("GET", address + "/healthz", "").expect(200).body());
      assertEquals(page, http.ask("GET", address, "").expect(200).body());
      assertEquals(page, http.ask("GET", address + "?x", "").expect(200).body());
    }
  }

  @Test
  void anAnswerSaysWhenItWasGiven() throws IOException {
    String date = RawHttp.get(relay, "/healthz").expect(200).header("date");
    Instant told = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
    assertTrue(Duration.between(told, Instant.now()).abs().toMinutes() < 1, date);
  }

  @Test
  void anOldVersionIsAnsweredOnce() throws IOException {
    try (RawHttp http = new RawHttp(relay)) {
      String old = "GET /healthz HTTP/1.0\r\nConnection: keep-alive\r\n\r\n";
      http.send(old + old);
      assertEquals("close", http.read().expect(200).header("connection"));
      assertTrue(http.isEnded());
    }
  }

  @Test
  void whatFollowsARefusedUpgradeIsNoRequest() throws IOException {
    try (RawHttp http = new RawHttp(relay)) {
      http.send(http.head("GET", "/ws", "", "Upgrade: h2c", "Connection: Upgrade"));
      http.send(http.head("GET", "/healthz", ""));
      assertEquals("close, Upgrade", http.read().expectProblem(426).header("connection"));
      assertTrue(http.isEnded());
    }
  }

  @Test
  void expectationsAreMet() throws IOException {
    try (RawHttp http = new RawHttp(relay)) {
      http.send(http.head("POST", "/api/pow-redeem", "{}", RawHttp.JSON, EXPECT));
      assertEquals(100, http.readHead().status());
      http.send("{}");
      http.read().expectProblem(400);
    }
  }

  @Test
  void aRequestLineThatNeverEndsEndsTheConnection() throws IOException {
    try (Relay impatient = Relay.start(Map.of(Patience.HEADER, BEGUN));
        RawHttp http = new RawHttp(impatient)) {
      http.send("GET /healthz HTTP/1.1");
      assertTimesOut(http, "request line");
    }
  }

  @Test
  void headersThatNeverEndEndTheConnection() throws IOException {
    try (Relay impatient = Relay.start(Map.of(Patience.HEADER, BEGUN));
        RawHttp http = new RawHttp(impatient)) {
      http.send("GET /healthz HTTP/1.1\r\nHost: x\r\n");
      assertTimesOut(http, "header section");
    }
  }

  @Test
  void aRequestThatBeganBehindAnotherTimesOutToo() throws IOException {
    try (Relay impatient = Relay.start(Map.of(Patience.HEADER, BEGUN));
        RawHttp http = new RawHttp(impatient)) {
      http.send(http.head("GET", "/healthz", "") + "GET");
      http.read().expect(200);
      assertTimesOut(http, "request line");
    }
  }

  @Test
  void emptyLinesBeginNoRequest() throws IOException {
    try (Relay impatient = Relay.start(Map.of(Patience.HEADER, SHORT));
        RawHttp http = new RawHttp(impatient)) {
      http.send("\r\n\r\n");
      assertTrue(http.isEnded());
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
      assertTimesOut(http, "body");
    }
  }

  @Test
  void chunksThatNeverEndEndTheConnection() throws IOException {
    try (Relay impatient = Relay.start(Map.of(Patience.BODY, SHORT));
        RawHttp http = new RawHttp(impatient)) {
      http.send(http.head("POST", "/api/pow-redeem", "", RawHttp.JSON, RawHttp.CHUNKED));
      http.send("2\r\n{}\r\n");
      assertTimesOut(http, "body");
    }
  }

  private static void assertTimesOut(RawHttp http, String part) throws IOException {
    Answer answer = http.read().expectProblem(408);
    assertTrue(answer.body().contains("The " + part + " was not complete"), answer::body);
    assertTrue(http.isEnded());
  }
}
