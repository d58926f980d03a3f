package network.pug.e2e.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import network.pug.e2e.support.Member;
import network.pug.e2e.support.Parallel;
import network.pug.e2e.support.Patience;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What refuses a {@code room:join}, and in which order. */
class RefusedJoinTest {
  private static final String NO_ROOM = "AAAAAAAAAAAAAAAAAAAAAA";
  private static final String WRONG_SECRET = "AAAAAAAAAAAAAAAAAAAAAA";
  @RegisterExtension private static final Relay relay = Relay.start();

  @Test
  void capacityIsEnforcedAtTheJoin() throws IOException {
    Room room = Room.create(relay);
    try (Member first = Member.join(relay, room);
        Member second = Member.join(relay, room)) {
      assertRefused("room-full", room.joinMessage());
      assertEquals(second.id(), first.newcomer());
      first.say("nobody else came");
      assertEquals("nobody else came", first.chat().text());
    }
  }

  @Test
  void ofManyJoinersAtOnceNoMoreThanTheCapacityGetIn() throws Exception {
    Room room = Room.create(relay, "?capacity=3");
    List<RawWebSocket> sockets = new ArrayList<>();
    List<JsonObject> answers =
        Parallel.times(
            12,
            () -> {
              RawWebSocket socket = new RawWebSocket(relay);
              synchronized (sockets) {
                sockets.add(socket);
              }
              socket.sendText(room.joinMessage());
              return JsonParser.parseString(socket.read().text()).getAsJsonObject();
            });
    List<JsonObject> joined = answers.stream().filter(json -> json.has("members")).toList();
    List<JsonObject> refused = answers.stream().filter(json -> json.has("code")).toList();
    assertEquals(3, joined.size());
    assertEquals(9, refused.size());
    assertTrue(
        refused.stream().allMatch(json -> json.get("code").getAsString().equals("room-full")));
    assertEquals(1, joined.stream().filter(json -> json.get("creator").getAsBoolean()).count());
    for (RawWebSocket socket : sockets) {
      socket.close();
    }
  }

  @Test
  void anUnknownRoomIsNotFound() throws IOException {
    assertRefused("room-not-found", Room.joinMessage(NO_ROOM, WRONG_SECRET));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAA=", "päng", "\0"})
  void aRoomIdOfAnotherFormIsNotFound(String roomId) throws IOException {
    assertRefused("room-not-found", Room.joinMessage(roomId, WRONG_SECRET));
  }

  @Test
  void anotherSpellingOfARoomIdIsNotFound() throws IOException {
    Room room = Room.create(relay);
    String id = room.roomId();
    char alias = (char) (id.charAt(21) + 1);
    for (String other : List.of(id + "==", id.substring(0, 21) + alias, " " + id)) {
      assertRefused("room-not-found", Room.joinMessage(other, room.roomSecret()));
    }
  }

  @Test
  void anotherSecretIsBad() throws IOException {
    Room room = Room.create(relay);
    String secret = room.roomSecret();
    char alias = (char) (secret.charAt(21) + 1);
    for (String wrong :
        List.of(
            WRONG_SECRET,
            "",
            secret.substring(0, 21),
            secret.substring(0, 21) + alias,
            secret + "A",
            secret + "==",
            secret + "\0",
            " " + secret,
            "päng",
            "x".repeat(60_000))) {
      assertRefused("bad-secret", Room.joinMessage(room.roomId(), wrong));
    }
    Member.join(relay, room).close();
  }

  @Test
  void aRefusedJoinerIsNoMember() throws IOException {
    Room room = Room.create(relay);
    assertRefused("bad-secret", Room.joinMessage(room.roomId(), WRONG_SECRET));
    try (Member first = Member.join(relay, room)) {
      assertTrue(first.joined().get("creator").getAsBoolean());
      assertEquals(List.of(first.id()), first.memberIds());
    }
  }

  @Test
  void aFullRoomIsSaidToBeFullBeforeTheSecretIsLookedAt() throws IOException {
    Room room = Room.create(relay);
    try (Member first = Member.join(relay, room);
        Member second = Member.join(relay, room)) {
      assertRefused("room-full", Room.joinMessage(room.roomId(), WRONG_SECRET));
      assertNotEquals(first.id(), second.id());
    }
  }

  @Test
  void aConnectionJoinsOnce() throws IOException {
    Room room = Room.create(relay);
    try (Member member = Member.join(relay, room)) {
      member.socket().sendText(Room.create(relay).joinMessage());
      member.socket().read().expectError("already-joined");
      assertEquals("already-joined", member.socket().read().expectClose(1008).reason());
    }
  }

  @Test
  void whoDoesNotJoinInTimeIsClosed() throws IOException {
    try (Relay impatient = Relay.start(Map.of(Patience.JOIN, Duration.ofMillis(200)));
        RawWebSocket socket = new RawWebSocket(impatient)) {
      socket.read().expectError("join-timeout");
      assertEquals("join-timeout", socket.read().expectClose(1008).reason());
    }
  }

  @Test
  void whoHasJoinedHasTime() throws IOException {
    Duration limit = Duration.ofMillis(200);
    try (Relay impatient = Relay.start(Map.of(Patience.JOIN, limit));
        Member member = Member.join(impatient, Room.create(impatient));
        RawWebSocket late = new RawWebSocket(impatient)) {
      // The other connection was opened later, so the member's limit is over, too.
      late.read().expectError("join-timeout");
      member.say("still here");
      assertEquals("still here", member.chat().text());
    }
  }

  private static void assertRefused(String code, String join) throws IOException {
    try (RawWebSocket socket = new RawWebSocket(relay)) {
      socket.sendText(join);
      socket.read().expectError(code);
      assertEquals(code, socket.read().expectClose(1008).reason());
    }
  }
}
