package network.pug.e2e.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import network.pug.e2e.support.Member;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code room:join}: what it answers, and who hears of it. */
class JoinTest {
  @RegisterExtension private static final Relay relay = Relay.start();

  @Test
  void theFirstJoinerIsToldOfTheRoomAndOfItself() throws IOException {
    Room room = Room.create(relay, "?ttl=100&capacity=3");
    try (Member member = Member.join(relay, room)) {
      JsonObject joined = member.joined();
      assertEquals(
          Set.of(
              "type",
              "roomId",
              "connectionId",
              "username",
              "creator",
              "capacity",
              "createdAt",
              "expiresAt",
              "now",
              "members"),
          joined.keySet());
      assertEquals(room.roomId(), joined.get("roomId").getAsString());
      assertTrue(member.id().matches("[0-9a-f]{16}"), member.id());
      assertTrue(joined.get("creator").getAsBoolean());
      assertEquals(3, joined.get("capacity").getAsInt());
      assertEquals(room.createdAt(), joined.get("createdAt").getAsLong());
      assertEquals(room.expiresAt(), joined.get("expiresAt").getAsLong());
      assertTrue(joined.get("now").getAsLong() >= room.createdAt());
      assertTrue(joined.get("now").getAsLong() < room.expiresAt());
      JsonObject self = joined.getAsJsonArray("members").get(0).getAsJsonObject();
      assertEquals(Set.of("connectionId", "username", "creator"), self.keySet());
      for (String field : self.keySet()) {
        assertEquals(joined.get(field), self.get(field));
      }
      assertEquals(List.of(member.id()), member.memberIds());
    }
  }

  @Test
  void theOthersAreToldOfANewcomer() throws IOException {
    Room room = Room.create(relay);
    try (Member first = Member.join(relay, room);
        Member second = Member.join(relay, room)) {
      JsonObject told = first.socket().read().json("member:joined");
      assertEquals(Set.of("type", "member", "now"), told.keySet());
      assertEquals(second.joined().getAsJsonArray("members").get(1), told.get("member"));
      assertTrue(told.get("now").getAsLong() >= first.joined().get("now").getAsLong());
    }
  }

  @Test
  void membersStandInTheOrderInWhichTheyJoined() throws IOException {
    Room room = Room.create(relay, "?capacity=6");
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      members.add(Member.join(relay, room));
      assertEquals(members.stream().map(Member::id).toList(), members.getLast().memberIds());
    }
    for (Member member : members) {
      member.close();
    }
  }

  @Test
  void theFirstJoinerAloneIsTheCreator() throws IOException {
    Room room = Room.create(relay, "?capacity=3");
    try (Member first = Member.join(relay, room);
        Member second = Member.join(relay, room);
        Member third = Member.join(relay, room)) {
      assertTrue(first.joined().get("creator").getAsBoolean());
      assertFalse(second.joined().get("creator").getAsBoolean());
      assertFalse(third.joined().get("creator").getAsBoolean());
    }
  }

  @Test
  void namesAreTwoWordsAndUniqueWithinTheRoom() throws Exception {
    try (Relay wide = Relay.start("--max-capacity", "100")) {
      Room room = Room.create(wide, "?capacity=100");
      List<Member> members = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        members.add(Member.join(wide, room));
      }
      Set<String> names =
          members.stream()
              .map(member -> member.joined().get("username").getAsString())
              .collect(Collectors.toSet());
      assertEquals(100, names.size());
      for (String name : names) {
        assertTrue(name.matches("\\p{L}+[ -]\\p{L}+"), name);
      }
      for (Member member : members) {
        member.close();
      }
    }
  }

  @Test
  void aConnectionIdIsNewForEachConnection() throws IOException {
    Room room = Room.create(relay);
    try (Member stays = Member.join(relay, room)) {
      Member first = Member.join(relay, room);
      assertEquals(first.id(), stays.newcomer());
      first.close();
      assertEquals(first.id(), stays.leaver());
      try (Member again = Member.join(relay, room)) {
        assertNotEquals(first.id(), again.id());
      }
    }
  }

  @Test
  void messagesMayFollowTheJoinAtOnce() throws IOException {
    for (int round = 0; round < 20; round++) {
      try (RawWebSocket socket = new RawWebSocket(relay)) {
        socket.sendText(Room.create(relay).joinMessage());
        for (int i = 0; i < 10; i++) {
          socket.sendBinary((byte) i);
        }
        socket.sendClose(1000);
        socket.read().json("room:joined");
        for (int i = 0; i < 10; i++) {
          assertEquals(i, socket.read().chat().payload().get(0));
        }
        socket.read().expectClose(1000);
      }
    }
  }

  @Test
  @Timeout(30)
  void whoGoesWhileItJoinsLeavesNoTrace() throws IOException {
    Room room = Room.create(relay, "?capacity=6");
    try (Member stays = Member.join(relay, room)) {
      for (int i = 0; i < 50; i++) {
        RawWebSocket brief = new RawWebSocket(relay);
        brief.sendText(room.joinMessage());
        brief.close();
      }
      List<String> expected = List.of();
      List<String> present = List.of("anyone");
      while (!present.equals(expected)) {
        try (RawWebSocket socket = new RawWebSocket(relay)) {
          socket.sendText(room.joinMessage());
          JsonObject answer = JsonParser.parseString(socket.read().text()).getAsJsonObject();
          if (answer.has("members")) {
            expected = List.of(stays.id(), answer.get("connectionId").getAsString());
            present = Member.ids(answer);
          }
        }
      }
    }
  }
}
