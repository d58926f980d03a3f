package network.pug.e2e.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import network.pug.e2e.support.Answer;
import network.pug.e2e.support.Challenge;
import network.pug.e2e.support.Frame;
import network.pug.e2e.support.Member;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many sockets a relay holds, in all and for one address. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
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
  void atTheBoundOfHandshakesAllAreServed() throws IOException {
    try (Relay relay = Relay.start("--max-handshakes", "3");
        RawWebSocket waiting = new RawWebSocket(relay);
        RawHttp idle = new RawHttp(relay)) {
      idle.ask("GET", "/healthz", "").expect(200);
      RawHttp.get(relay, "/healthz").expect(200);
      idle.ask("GET", "/healthz", "").expect(200);
      waiting.sendClose(1000);
      waiting.read().expectClose(1000);
    }
  }

  @Test
  void beyondItTheOldestMakesWayForTheNewcomerAndNoMemberDoes() throws IOException {
    try (Relay relay = Relay.start("--max-handshakes", "3")) {
      Room room = Room.create(relay);
      try (Member ann = Member.join(relay, room);
          RawHttp oldest = served(relay);
          RawWebSocket second = new RawWebSocket(relay);
          RawHttp third = served(relay)) {
        oldest.send("GET /heal");
        second.send(true, Frame.PING);
        assertEquals(Frame.PONG, second.read().opcode());
        try (RawWebSocket newcomer = new RawWebSocket(relay)) {
          assertTrue(oldest.isEnded());
          second.send(true, Frame.PING);
          assertEquals(Frame.PONG, second.read().opcode());
          third.ask("GET", "/healthz", "").expect(200);
          ann.say("undisturbed");
          ann.chat();
          newcomer.sendClose(1000);
          newcomer.read().expectClose(1000);
        }
      }
    }
  }

  /** A connection on which one request was answered, and that stays open. */
  private static RawHttp served(Relay relay) throws IOException {
    RawHttp http = new RawHttp(relay);
    http.ask("GET", "/healthz", "").expect(200);
    return http;
  }

  @Test
  void whoAsksAgainAndAgainMakesWayAsWell() throws IOException {
    try (Relay relay = Relay.start("--max-handshakes", "2");
        RawHttp busy = served(relay);
        RawHttp other = served(relay)) {
      busy.ask("GET", "/healthz", "").expect(200);
      try (RawWebSocket newcomer = new RawWebSocket(relay)) {
        assertTrue(busy.isEnded());
        other.ask("GET", "/healthz", "").expect(200);
        newcomer.sendClose(1000);
        newcomer.read().expectClose(1000);
      }
    }
  }

  @Test
  void whoseJoinIsRefusedTakesNobodysPlace() throws IOException {
    try (Relay relay = Relay.start("--max-handshakes", "3", "--max-connections", "20")) {
      List<RawWebSocket> refused = new ArrayList<>();
      try {
        for (int i = 0; i < 60; i++) {
          RawWebSocket socket = new RawWebSocket(relay);
          refused.add(socket);
          socket.sendText(Room.joinMessage("A".repeat(22), "s"));
          socket.read().json("error");
        }
      } finally {
        for (RawWebSocket socket : refused) {
          socket.close();
        }
      }
    }
  }

  @Test
  void whoDribblesTakesNobodysPlace() throws IOException {
    try (Relay relay = Relay.start("--max-handshakes", "20", "--max-connections", "40")) {
      Room room = Room.create(relay);
      List<Socket> dribbling = new ArrayList<>();
      try (Member ann = Member.join(relay, room)) {
        for (int i = 0; i < 200; i++) {
          Socket socket = relay.open();
          dribbling.add(socket);
          socket.getOutputStream().write("GET / HTTP/1.1\r\nX-".getBytes(US_ASCII));
        }
        // Whoever is refused while sockets that made way are still closing, tries again.
        while (!isServed(relay)) {
          Thread.onSpinWait();
        }
        try (Member bob = Member.join(relay, room)) {
          ann.newcomer();
          bob.say("through");
          assertEquals("through", ann.chat().text());
        }
      } finally {
        for (Socket socket : dribbling) {
          socket.close();
        }
      }
    }
  }

  private static boolean isServed(Relay relay) throws IOException {
    try {
      return RawHttp.get(relay, "/healthz").status() == 200;
    } catch (SocketException e) {
      return false; // more were being refused than are told
    }
  }

  @Test
  void beyondItsRoomsTheRelayAnswers503AndTheTokenStaysGood() throws IOException {
    try (Relay relay = Relay.start("--max-rooms", "2")) {
      Room first = Room.create(relay);
      Room.create(relay);
      String session = Room.session(relay);
      Answer refused = Room.request(relay, "", session).expectProblem(503);
      assertEquals("10", refused.header("retry-after"));
      try (Member last = Member.join(relay, first)) {
        last.purge();
        last.socket().read().json("room:expired");
      }
      Room.request(relay, "", session).expect(200);
    }
  }

  @Test
  void beyondItsSpentTokensTheRelayAnswers503() throws IOException {
    try (Relay relay = Relay.start("--max-tokens", "2")) {
      Challenge third = Challenge.ask(relay);
      Room.create(relay);
      Room.create(relay);
      Answer refused = third.redeem(relay, "0").expectProblem(503);
      assertEquals("10", refused.header("retry-after"));
      // Asking for challenges costs no memory, so there is no bound on it.
      Challenge.ask(relay);
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
