package network.pug.e2e.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.Stream;
import network.pug.e2e.support.Frame;
import network.pug.e2e.support.Member;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import network.pug.e2e.support.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the relay reads text messages, and in which state it takes which message. */
class ControlMessageTest {
  @RegisterExtension private static final Relay relay = Relay.start();

  static Stream<Vector> fromClients() throws IOException {
    return Vector.all("wire").filter(vector -> vector.get("direction").equals("client"));
  }

  static Stream<Vector> malformed() throws IOException {
    return fromClients().filter(vector -> vector.get("expect").equals("malformed"));
  }

  /** The rooms of the vectors do not exist, so a join that was understood finds none. */
  @ParameterizedTest
  @MethodSource("fromClients")
  void isReadAsTheVectorsSay(Vector vector) throws IOException {
    String answer =
        switch (vector.get("command")) {
          case "room:join" -> "room-not-found";
          case "room:purge" -> "not-joined";
          default -> vector.get("expect");
        };
    try (RawWebSocket socket = new RawWebSocket(relay)) {
      socket.send(true, Frame.TEXT, vector.bytes());
      socket.read().expectError(answer);
      assertEquals(answer, socket.read().expectClose(1008).reason());
    }
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void isMalformedFromAMemberToo(Vector vector) throws IOException {
    try (Member member = Member.join(relay, Room.create(relay))) {
      member.socket().send(true, Frame.TEXT, vector.bytes());
      assertRefused(member.socket(), "malformed");
    }
  }

  @Test
  void aJoinMayBeWrittenWithEscapesAndUnknownFields() throws IOException {
    Room room = Room.create(relay);
    StringBuilder escaped = new StringBuilder();
    room.roomSecret().chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
    try (RawWebSocket socket = new RawWebSocket(relay)) {
      socket.sendText(
          "{\"x\":[{\"roomId\":1}],\"room\\u0053ecret\":\"%s\",\"roomId\":\"%s\",\"type\":\"room:join\"}"
              .formatted(escaped, room.roomId()));
      socket.read().json("room:joined");
    }
  }

  @Test
  void aMalformedMemberLeavesTheRoom() throws IOException {
    Room room = Room.create(relay);
    try (Member stays = Member.join(relay, room);
        Member member = Member.join(relay, room)) {
      stays.newcomer();
      member.socket().sendText("nonsense");
      assertEquals(member.id(), stays.leaver());
    }
  }

  @Test
  void aChatMessageBeforeTheJoinIsRefused() throws IOException {
    try (RawWebSocket socket = new RawWebSocket(relay)) {
      socket.sendBinary((byte) 1);
      assertRefused(socket, "not-joined");
    }
  }

  @Test
  void aPurgeBeforeTheJoinIsRefused() throws IOException {
    try (RawWebSocket socket = new RawWebSocket(relay)) {
      socket.sendText("{\"type\":\"room:purge\"}");
      assertRefused(socket, "not-joined");
    }
  }

  @Test
  void anEmptyChatMessageIsMalformed() throws IOException {
    try (Member member = Member.join(relay, Room.create(relay))) {
      member.socket().sendBinary();
      assertRefused(member.socket(), "malformed");
    }
  }

  @Test
  void afterAnErrorNothingElseIsHeeded() throws IOException {
    Room room = Room.create(relay);
    try (RawWebSocket socket = new RawWebSocket(relay)) {
      socket.sendText("nonsense");
      socket.sendText(room.joinMessage());
      assertRefused(socket, "malformed");
      socket.sendClose(1008);
      assertTrue(socket.isEnded());
    }
  }

  private static void assertRefused(RawWebSocket socket, String code) throws IOException {
    socket.read().expectError(code);
    assertEquals(code, socket.read().expectClose(1008).reason());
  }
}
