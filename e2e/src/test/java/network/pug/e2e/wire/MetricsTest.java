package network.pug.e2e.wire;

import static network.pug.e2e.support.Metrics.await;
import static network.pug.e2e.support.Metrics.scrape;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import network.pug.e2e.support.Answer;
import network.pug.e2e.support.Member;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import network.pug.e2e.support.Watchlist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a relay tells on its admin port. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MetricsTest {
  private static final Set<String> RESTLESS =
      Set.of(
          "pug_uptime_seconds",
          "pug_heap_bytes",
          "pug_heap_max_bytes",
          "pug_buffer_bytes",
          "pug_pending_tasks");

  private static Relay start(String... flags) {
    List<String> all = new ArrayList<>(List.of("--admin-port", "0", "--message-rate", "0"));
    all.addAll(List.of(flags));
    return Relay.start(all.toArray(String[]::new));
  }

  private static void awaitCounts(Relay relay, long rooms, long members, long handshakes)
      throws IOException {
    Map<String, Long> expected =
        Map.of(
            "pug_rooms", rooms,
            "pug_members", members,
            "pug_handshakes", handshakes,
            "pug_connections", members + handshakes);
    await(relay, samples -> samples.entrySet().containsAll(expected.entrySet()));
  }

  @Test
  void theGaugesAreWhatLives() throws IOException {
    try (Relay relay = start()) {
      awaitCounts(relay, 0, 0, 0);
      Room full = Room.create(relay);
      Room empty = Room.create(relay);
      try (Member ann = Member.join(relay, full);
          Member bob = Member.join(relay, full);
          RawWebSocket waiting = new RawWebSocket(relay)) {
        awaitCounts(relay, 2, 2, 1);
        try (Member eve = Member.join(relay, empty)) {
          awaitCounts(relay, 2, 3, 1);
          assertEquals(4, scrape(relay).get("pug_spent_tokens"));
          end(eve);
          awaitCounts(relay, 1, 2, 1);
        }
        bob.socket().sendClose(1000);
        awaitCounts(relay, 1, 1, 1);
        ann.newcomer();
        ann.leaver();
        end(ann);
        waiting.sendClose(1000);
        awaitCounts(relay, 0, 0, 0);
      }
    }
  }

  private static void end(Member creator) throws IOException {
    creator.purge();
    creator.socket().read().json("room:expired");
    creator.socket().read().expectClose(4001);
    creator.socket().sendClose(4001);
  }

  @Test
  void refusalsAreCountedByTheirCodes() throws IOException {
    try (Relay relay = start("--max-rooms", "1")) {
      Room room = Room.create(relay);
      for (int i = 0; i < 3; i++) {
        try (RawWebSocket socket = new RawWebSocket(relay)) {
          socket.sendText(Room.joinMessage(room.roomId(), "wrong"));
          socket.read().expectError("bad-secret");
        }
      }
      RawHttp.get(relay, "/nowhere").expect(404);
      Room.request(relay, "", Room.session(relay)).expect(503);
      Map<String, Long> samples = scrape(relay);
      assertEquals(3, samples.get("pug_refusals_total{code=\"bad-secret\"}"));
      assertEquals(1, samples.get("pug_refusals_total{code=\"404\"}"));
      assertEquals(1, samples.get("pug_refusals_total{code=\"503\"}"));
      assertEquals(1, samples.get("pug_limit_reached_total{limit=\"max-rooms\"}"));
      assertEquals(0, samples.get("pug_limit_reached_total{limit=\"max-connections\"}"));
    }
  }

  @Test
  void whoGoesInTheMidstOfARequestWasRefusedNothing() throws IOException {
    try (Relay relay = start()) {
      for (String part : List.of("GET", "GET / HTTP/1.1\r\nHost: x\r\nA:", "nonsense")) {
        try (RawHttp http = new RawHttp(relay)) {
          http.send(part);
          awaitCounts(relay, 0, 0, 1);
        }
        awaitCounts(relay, 0, 0, 0);
      }
      assertEquals(Map.of(), refusals(relay));
    }
  }

  @Test
  void breachesAreCountedByTheCodeThatTheyAreClosedWith() throws IOException {
    try (Relay relay = start("--max-message-bytes", "256")) {
      byte[] noText = {(byte) 0xff};
      breach(relay, 1002, RawWebSocket.frame(true, 3, new byte[0]));
      breach(relay, 1007, RawWebSocket.frame(true, 1, noText));
      breach(relay, 1009, RawWebSocket.frame(true, 2, new byte[257]));
      // A close frame that is a breach itself, and two that are none.
      breach(relay, 1002, RawWebSocket.frame(true, 8, new byte[] {3}));
      breach(relay, 1002, RawWebSocket.frame(true, 8, new byte[] {1002 >> 8, (byte) 1002}));
      breach(relay, 1000, RawWebSocket.frame(true, 8, new byte[] {1000 >> 8, (byte) 1000}));
      assertEquals(Map.of("1002", 2L, "1007", 1L, "1009", 1L), refusals(relay));
    }
  }

  private static void breach(Relay relay, int code, byte[] frame) throws IOException {
    try (RawWebSocket socket = new RawWebSocket(relay)) {
      socket.sendBytes(frame);
      socket.read().expectClose(code);
    }
  }

  private static Map<String, Long> refusals(Relay relay) throws IOException {
    Map<String, Long> byCode = new TreeMap<>();
    scrape(relay)
        .forEach(
            (sample, count) -> {
              if (sample.startsWith("pug_refusals_total")) {
                byCode.put(sample.split("\"", -1)[1], count);
              }
            });
    return byCode;
  }

  @Test
  void aMessageMovesNone() throws IOException {
    try (Relay relay = start()) {
      Room room = Room.create(relay);
      try (Member ann = Member.join(relay, room);
          Member bob = Member.join(relay, room)) {
        ann.newcomer();
        awaitCounts(relay, 1, 2, 0);
        Map<String, Long> before = scrape(relay);
        for (int i = 0; i < 1000; i++) {
          ann.say("message " + i);
        }
        for (int i = 0; i < 1000; i++) {
          ann.chat();
          bob.chat();
        }
        Map<String, Long> after = scrape(relay);
        before.keySet().removeAll(RESTLESS);
        after.keySet().removeAll(RESTLESS);
        assertEquals(before, after);
      }
    }
  }

  @Test
  void nothingIsToldOfARoomOrAnAddress() throws IOException {
    try (Relay relay = start("--max-connections-per-ip", "100", "--trusted-proxy", "127.0.0.1")) {
      Set<String> before = scrape(relay).keySet();
      Room room = Room.create(relay);
      Room.create(relay);
      try (Member ann = Member.join(relay, room);
          Member bob = Member.join(new RawWebSocket(relay, "X-Forwarded-For: 192.0.2.1"), room)) {
        ann.say("a text that is nobody else's business");
        bob.chat();
        Answer metrics = RawHttp.get(relay.admin(), "/metrics");
        assertEquals(List.of(), Watchlist.findIn(metrics.body()));
        for (String known : List.of("192.0.2", "127.0.0", ann.id(), bob.id())) {
          assertFalse(metrics.body().contains(known), known);
        }
        // The same lines, however many rooms and addresses there are.
        assertEquals(before, scrape(relay).keySet());
      }
    }
  }

  @Test
  void bytesInBuffersAreThoseOfWhatIsOnItsWay() throws IOException {
    try (Relay relay = start();
        Member ann = Member.join(relay, Room.create(relay))) {
      long before = scrape(relay).getOrDefault("pug_buffer_bytes", 0L);
      byte[] frame = RawWebSocket.frame(true, 2, new byte[60_000]);
      byte[] part = Arrays.copyOf(frame, 50_000);
      ann.socket().sendBytes(part);
      await(relay, samples -> samples.getOrDefault("pug_buffer_bytes", 0L) >= before + 40_000);
    }
  }
}
