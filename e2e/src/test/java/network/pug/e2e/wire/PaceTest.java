package network.pug.e2e.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import network.pug.e2e.support.Frame;
import network.pug.e2e.support.Member;
import network.pug.e2e.support.Patience;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Senders that are too fast, receivers that are too slow, and connections that fall silent. */
@Timeout(60)
class PaceTest {
  private static final Duration SHORT = Duration.ofMillis(300);

  @Test
  void aFastSenderIsSlowedDownAndNothingIsDropped() throws IOException {
    try (Relay relay = Relay.start("--message-rate", "50");
        Member member = Member.join(relay, Room.create(relay))) {
      long start = System.nanoTime();
      for (int i = 0; i < 150; i++) {
        member.say("message " + i);
      }
      for (int i = 0; i < 150; i++) {
        assertEquals("message " + i, member.chat().text());
      }
      // A burst of 100, then 50 more at 50 a second, the first of which may be due at once.
      long elapsed = System.nanoTime() - start;
      assertTrue(elapsed >= Duration.ofMillis(49 * 20).toNanos(), () -> elapsed + " ns");
    }
  }

  @Test
  void theBurstIsTwiceTheRate() throws IOException {
    try (Relay relay = Relay.start("--message-rate", "1", "--max-message-bytes", "300");
        Member member = Member.join(relay, Room.create(relay))) {
      long start = System.nanoTime();
      member.say("first");
      member.say("second");
      member.say("third");
      member.chat();
      member.chat();
      long burst = System.nanoTime() - start;
      assertTrue(burst < Duration.ofMillis(500).toNanos(), () -> burst + " ns");
      member.chat();
      long third = System.nanoTime() - start;
      assertTrue(third >= Duration.ofMillis(900).toNanos(), () -> third + " ns");
    }
  }

  @Test
  void oneSendersRateSlowsNobodyElse() throws IOException {
    try (Relay relay = Relay.start("--message-rate", "1")) {
      Room room = Room.create(relay);
      try (Member fast = Member.join(relay, room);
          Member other = Member.join(relay, room)) {
        for (int i = 0; i < 30; i++) {
          fast.say("flood");
        }
        assertEquals("flood", other.chat().text());
        assertEquals("flood", other.chat().text());
        other.say("calm");
        assertEquals("calm", other.chat().text());
      }
    }
  }

  @Test
  void whatWaitsForTheRateIsDeliveredBeforeTheLeave() throws IOException {
    try (Relay relay = Relay.start("--message-rate", "50")) {
      Room room = Room.create(relay);
      try (Member ann = Member.join(relay, room)) {
        Member bob = Member.join(relay, room);
        ann.newcomer();
        for (int i = 0; i < 120; i++) {
          bob.say("last words " + i);
        }
        bob.socket().sendClose(1000);
        for (int i = 0; i < 120; i++) {
          assertEquals("last words " + i, ann.chat().text());
        }
        assertEquals(bob.id(), ann.leaver());
        bob.close();
      }
    }
  }

  @Test
  void whoEndsTheConnectionWhileItsCloseFrameWaitsLeavesBehindItsLastWords() throws IOException {
    try (Relay relay =
        Relay.start(Map.of(Patience.DRAIN, Duration.ofHours(1)), "--message-rate", "50")) {
      Room room = Room.create(relay);
      Socket line = relay.open();
      try (Member ann = Member.join(relay, room);
          Member bob = Member.join(new RawWebSocket(relay, line), room)) {
        ann.newcomer();
        for (int i = 0; i < 120; i++) {
          bob.say("last words " + i);
        }
        bob.socket().sendClose(1000);
        line.shutdownOutput();
        for (int i = 0; i < 120; i++) {
          assertEquals("last words " + i, ann.chat().text());
        }
        assertEquals(bob.id(), ann.leaver());
      }
    }
  }

  @Test
  void whatHasWaitedTooLongBehindABrokenConnectionIsDropped() throws IOException {
    try (Relay relay = Relay.start(Map.of(Patience.DRAIN, SHORT), "--message-rate", "1")) {
      Room room = Room.create(relay);
      try (Member ann = Member.join(relay, room)) {
        Member bob = Member.join(relay, room);
        ann.newcomer();
        for (int i = 0; i < 100; i++) {
          bob.say("x");
        }
        bob.close();
        assertEventuallyLeft(ann);
      }
    }
  }

  @Test
  void whoTakesItsMessagesTooSlowlyIsCutOffWith4002() throws Exception {
    try (Relay relay = Relay.start("--message-rate", "0");
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Room room = Room.create(relay);
      try (Member fast = Member.join(relay, room);
          Member slow = Member.join(relay, room)) {
        fast.newcomer();
        Future<?> flood = threads.submit(() -> sendUntilCut(fast));
        assertEventuallyLeft(fast);
        fast.socket().close();
        flood.get();
        Frame last = slow.socket().read();
        while (last.opcode() == Frame.BINARY) {
          last = slow.socket().read();
        }
        last.expectClose(4002);
      }
    }
  }

  @Test
  void aSilentConnectionIsPingedAndThenClosed() throws IOException {
    try (Relay relay = Relay.start(Map.of(Patience.SILENCE, SHORT, Patience.PONG, SHORT))) {
      Room room = Room.create(relay);
      try (Member silent = Member.join(relay, room);
          Member answering = Member.join(relay, room)) {
        assertEquals(answering.id(), silent.newcomer());
        assertEquals(Frame.PING, silent.socket().read().opcode());
        Frame frame = answering.socket().read();
        while (frame.opcode() == Frame.PING) {
          answering.socket().send(true, Frame.PONG);
          frame = answering.socket().read();
        }
        frame.json("member:left");
        assertTrue(endsAfterAtMostAClose(silent.socket()));
      }
    }
  }

  @Test
  void whoNeverAnswersTheCloseFrameIsDisconnected() throws IOException {
    try (Relay relay = Relay.start(Map.of(Patience.CLOSE, SHORT));
        RawWebSocket socket = new RawWebSocket(relay)) {
      socket.sendText("nonsense");
      socket.read().expectError("malformed");
      socket.read().expectClose(1008);
      assertTrue(socket.isEnded());
    }
  }

  private static void assertEventuallyLeft(Member witness) throws IOException {
    Frame frame = witness.socket().read();
    while (frame.opcode() == Frame.BINARY) {
      frame = witness.socket().read();
    }
    frame.json("member:left");
  }

  private static Void sendUntilCut(Member member) {
    byte[] payload = new byte[65536];
    try {
      while (true) {
        member.socket().sendBinary(payload);
      }
    } catch (IOException e) {
      return null;
    }
  }

  private static boolean endsAfterAtMostAClose(RawWebSocket socket) throws IOException {
    try {
      return socket.read().opcode() == Frame.CLOSE && socket.isEnded();
    } catch (EOFException | SocketException e) {
      return true;
    }
  }
}
