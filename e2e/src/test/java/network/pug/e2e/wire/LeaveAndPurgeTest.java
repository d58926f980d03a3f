package network.pug.e2e.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.EOFException;
import java.io.IOException;
import java.util.Set;
import network.pug.e2e.support.Frame;
import network.pug.e2e.support.Member;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How members leave, and the ends of a room but for its expiry. */
class LeaveAndPurgeTest {
  private static final int MANY = 10;

  @RegisterExtension private static final Relay relay = Relay.start();

  @Test
  void aCloseFrameLeavesTheRoom() throws IOException {
    Room room = Room.create(relay);
    try (Member ann = Member.join(relay, room);
        Member bob = Member.join(relay, room)) {
      JsonObject announced = ann.socket().read().json("member:joined");
      bob.socket().sendClose(1000);
      JsonObject left = ann.socket().read().json("member:left");
      assertEquals(Set.of("type", "member", "now"), left.keySet());
      assertEquals(announced.get("member"), left.get("member"));
      assertTrue(left.get("now").getAsLong() >= announced.get("now").getAsLong());
    }
  }

  @Test
  void aConnectionThatBreaksLeavesTheRoom() throws IOException {
    Room room = Room.create(relay);
    try (Member ann = Member.join(relay, room)) {
      Member bob = Member.join(relay, room);
      ann.newcomer();
      bob.close();
      assertEquals(bob.id(), ann.leaver());
    }
  }

  @Test
  void whoLeavesMakesRoom() throws IOException {
    Room room = Room.create(relay);
    try (Member ann = Member.join(relay, room)) {
      for (int i = 0; i < 3; i++) {
        Member bob = Member.join(relay, room);
        ann.newcomer();
        bob.close();
        ann.leaver();
      }
    }
  }

  /** A pong may cross the relay's answer: it must not reset the connection. */
  @Test
  void aPongBehindTheCloseFrameCostsNothingOfWhatWasSaid() throws IOException {
    Room room = Room.create(relay);
    String text = "x".repeat(60_000);
    try (Member ann = Member.join(relay, room);
        Member bob = Member.join(new RawWebSocket(relay, relay.openNarrow()), room)) {
      ann.newcomer();
      for (int i = 0; i < MANY; i++) {
        ann.say(text);
        ann.chat();
      }
      bob.socket().sendClose(1000);
      ann.leaver();
      bob.socket().send(true, Frame.PONG);
      for (int i = 0; i < MANY; i++) {
        assertEquals(text, bob.chat().text());
      }
      bob.socket().read().expectClose(1000);
      assertThrows(EOFException.class, () -> bob.socket().read());
    }
  }

  @Test
  void theLastLeaveEndsTheRoom() throws IOException {
    Room room = Room.create(relay);
    try (Member ann = Member.join(relay, room)) {
      ann.socket().sendClose(1000);
      ann.socket().read().expectClose(1000);
      assertGone(room);
    }
  }

  @Test
  void aRoomThatNobodyHasJoinedIsNotEmpty() throws IOException {
    Room room = Room.create(relay);
    try (RawWebSocket wrong = new RawWebSocket(relay)) {
      wrong.sendText(Room.joinMessage(room.roomId(), "x"));
      wrong.read().expectError("bad-secret");
    }
    Member.join(relay, room).close();
  }

  @Test
  void theCreatorPurgesTheRoom() throws IOException {
    Room room = Room.create(relay);
    try (Member ann = Member.join(relay, room);
        Member bob = Member.join(relay, room)) {
      ann.newcomer();
      ann.say("last words");
      ann.purge();
      for (Member member : new Member[] {ann, bob}) {
        assertEquals("last words", member.chat().text());
        JsonObject expired = member.socket().read().json("room:expired");
        assertEquals(Set.of("type", "reason"), expired.keySet());
        assertEquals("purged", expired.get("reason").getAsString());
        member.socket().read().expectClose(4001);
        member.socket().sendClose(4001);
        assertTrue(member.socket().isEnded());
      }
      assertGone(room);
    }
  }

  @Test
  void nobodyElsePurgesIt() throws IOException {
    Room room = Room.create(relay);
    try (Member ann = Member.join(relay, room);
        Member bob = Member.join(relay, room)) {
      ann.newcomer();
      bob.purge();
      bob.socket().read().expectError("not-creator");
      bob.say("still here");
      assertEquals("still here", bob.chat().text());
      assertEquals("still here", ann.chat().text());
    }
  }

  @Test
  void theRightToPurgeIsNotHandedOn() throws IOException {
    Room room = Room.create(relay);
    Member ann = Member.join(relay, room);
    try (Member bob = Member.join(relay, room)) {
      ann.close();
      assertEquals(ann.id(), bob.leaver());
      bob.purge();
      bob.socket().read().expectError("not-creator");
      try (Member again = Member.join(relay, room)) {
        assertFalse(again.joined().get("creator").getAsBoolean());
        assertEquals(again.id(), bob.newcomer());
        again.purge();
        again.socket().read().expectError("not-creator");
      }
    }
  }

  @Test
  void messagesBehindThePurgeAreNotDelivered() throws IOException {
    Room room = Room.create(relay);
    try (Member ann = Member.join(relay, room)) {
      ann.purge();
      ann.say("too late");
      ann.socket().read().json("room:expired");
      ann.socket().read().expectClose(4001);
    }
  }

  @Test
  void aPurgeEndsNoOtherRoom() throws IOException {
    Room other = Room.create(relay);
    try (Member there = Member.join(relay, other);
        Member here = Member.join(relay, Room.create(relay))) {
      here.purge();
      here.socket().read().json("room:expired");
      there.say("still here");
      assertEquals("still here", there.chat().text());
    }
  }

  private static void assertGone(Room room) throws IOException {
    try (RawWebSocket socket = new RawWebSocket(relay)) {
      socket.sendText(room.joinMessage());
      socket.read().expectError("room-not-found");
      socket.read().expectClose(1008);
    }
  }
}
