package network.pug.e2e.wire;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import network.pug.e2e.support.Answer;
import network.pug.e2e.support.Member;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many sockets a relay holds, in all and for one address. */
@Timeout(30)
class BoundsTest {
  private static final String[] FORWARDED = {
    "X-Forwarded-For: 192.0.2.1", "X-Forwarded-For: 192.0.2.2"
  };

  @Test
  void beyondItsSocketsTheRelayAnswers503() throws IOException {
    try (Relay relay = Relay.start("--max-connections", "3")) {
      Room room = Room.create(relay);
      try (Member ann = Member.join(relay, room);
          RawWebSocket waiting = new RawWebSocket(relay);
          RawHttp idle = new RawHttp(relay)) {
        idle.ask("GET", "/healthz", "").expect(200);
        RawHttp.get(relay, "/ws", RawWebSocket.upgrade()).expectProblem(503);
        RawHttp.get(relay, "/healthz").expectProblem(503);
        ann.say("undisturbed");
        ann.chat();
        waiting.sendClose(1000);
        waiting.read().expectClose(1000);
        assertTrue(waiting.isEnded());
      }
    }
  }

  @Test
  void aSocketThatClosesMakesRoom() throws IOException {
    try (Relay relay = Relay.start("--max-connections", "1")) {
      RawHttp.get(relay, "/healthz").expect(200);
      Answer answer = RawHttp.get(relay, "/healthz");
      while (answer.status() == 503) {
        answer = RawHttp.get(relay, "/healthz");
      }
      answer.expect(200);
    }
  }

  @Test
  void anAddressHasItsOwnBound() throws IOException {
    try (Relay relay = Relay.start("--max-connections-per-ip", "2");
        RawWebSocket one = new RawWebSocket(relay);
        RawHttp two = new RawHttp(relay)) {
      two.ask("GET", "/healthz", "").expect(200);
      RawHttp.get(relay, "/healthz").expectProblem(503);
      one.sendClose(1000);
      one.read().expectClose(1000);
      assertTrue(one.isEnded());
    }
  }

  @Test
  void nobodyButATrustedProxyIsBelieved() throws IOException {
    try (Relay relay = Relay.start("--max-connections-per-ip", "1");
        RawWebSocket one = new RawWebSocket(relay, FORWARDED[0])) {
      RawHttp.get(relay, "/healthz", FORWARDED[1]).expectProblem(503);
      one.sendClose(1000);
      one.read().expectClose(1000);
    }
  }

  @Test
  void behindATrustedProxyItsClientsAreCounted() throws IOException {
    try (Relay relay =
            Relay.start("--max-connections-per-ip", "1", "--trusted-proxy", "127.0.0.0/8");
        RawWebSocket one = new RawWebSocket(relay, FORWARDED[0])) {
      RawHttp.get(relay, "/healthz", FORWARDED[0]).expectProblem(503);
      RawHttp.get(relay, "/healthz", FORWARDED[1]).expect(200);
      // The rightmost hop that is not the proxy's own counts; what stands left of it is hearsay.
      String spoofed = "X-Forwarded-For: 192.0.2.9, 192.0.2.1, 127.0.0.5";
      RawHttp.get(relay, "/healthz", spoofed).expectProblem(503);
      one.sendClose(1000);
      one.read().expectClose(1000);
    }
  }
}
