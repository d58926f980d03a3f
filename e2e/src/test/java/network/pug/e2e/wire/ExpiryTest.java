package network.pug.e2e.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import network.pug.e2e.support.Frame;
import network.pug.e2e.support.Member;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The end of a room's lifetime. */
class ExpiryTest {
  private static final Duration LIFETIME = Duration.ofSeconds(1);
  private static final Duration TOLERANCE = Duration.ofMillis(250);
  @RegisterExtension private static final Relay relay = Relay.start("--min-ttl", "1");

  @Test
  void membersAreToldWithinAQuarterSecondAndNeverBefore() throws IOException {
    long before = System.nanoTime();
    Room room = Room.create(relay, "?ttl=1");
    long after = System.nanoTime();
    try (Member ann = Member.join(relay, room);
        Member bob = Member.join(relay, room)) {
      ann.newcomer();
      for (Member member : new Member[] {ann, bob}) {
        Frame frame = member.socket().read();
        long now = System.nanoTime();
        assertEquals("ttl", frame.json("room:expired").get("reason").getAsString());
        assertTrue(now - before >= LIFETIME.toNanos(), "told too early");
        assertTrue(now - after <= LIFETIME.plus(TOLERANCE).toNanos(), "told too late");
        member.socket().read().expectClose(4000);
      }
    }
  }

  @Test
  void noMessageIsStampedAtOrAfterTheExpiry() throws IOException {
    Room room = Room.create(relay, "?ttl=1");
    try (Member member = Member.join(relay, room)) {
      while (true) {
        member.say("still here?");
        Frame frame = member.socket().read();
        if (frame.opcode() != Frame.BINARY) {
          frame.json("room:expired");
          break;
        }
        assertTrue(frame.chat().timestamp() < room.expiresAt());
      }
    }
  }

  @Test
  void anExpiredRoomIsNotFound() throws IOException {
    Room room = Room.create(relay, "?ttl=1");
    try (Member member = Member.join(relay, room);
        RawWebSocket late = new RawWebSocket(relay)) {
      member.socket().read().json("room:expired");
      late.sendText(room.joinMessage());
      late.read().expectError("room-not-found");
      late.read().expectClose(1008);
    }
  }

  @Test
  void aRoomThatNobodyJoinedExpiresToo() throws IOException {
    Room empty = Room.create(relay, "?ttl=1");
    Room later = Room.create(relay, "?ttl=1");
    try (Member clock = Member.join(relay, later);
        RawWebSocket late = new RawWebSocket(relay)) {
      clock.socket().read().json("room:expired");
      late.sendText(empty.joinMessage());
      late.read().expectError("room-not-found");
    }
  }

  @Test
  void whoHasNotAnsweredTheCloseIsNoMemberAnyMore() throws IOException {
    Room room = Room.create(relay, "?ttl=1");
    try (Member member = Member.join(relay, room)) {
      member.socket().read().json("room:expired");
      member.say("too late");
      member.socket().read().expectClose(4000);
      member.socket().sendClose(4000);
      assertTrue(member.socket().isEnded());
    }
  }

  @Test
  void otherRoomsLiveOn() throws IOException {
    try (Member lasting = Member.join(relay, Room.create(relay));
        Member brief = Member.join(relay, Room.create(relay, "?ttl=1"))) {
      brief.socket().read().json("room:expired");
      lasting.say("still here");
      assertEquals("still here", lasting.chat().text());
    }
  }
}
