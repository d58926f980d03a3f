package network.pug.relay.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.util.HexFormat;
import network.pug.protocol.ErrorCode;
import network.pug.relay.room.Member;
import network.pug.relay.room.Room;

/** Events as JSON in text frames. All of it is ASCII of our own making: nothing needs an escape. */
final class EventEncoder {
  private static final ByteBuf NOTHING = Unpooled.EMPTY_BUFFER;

  private EventEncoder() {}

  /** The frame that says what happened. */
  static ByteBuf encode(ByteBufAllocator alloc, Event event) {
    return switch (event) {
      // The id goes from buffer to buffer, and never becomes a String.
      case Event.Joined(Member<?> self, ByteBuf roomId) ->
          Frames.text(alloc, "{\"type\":\"room:joined\",\"roomId\":\"", roomId, joined(self));
      case Event.MemberJoined(Member<?> newcomer) -> text(alloc, presence("joined", newcomer));
      case Event.MemberLeft(Member<?> leaver) -> text(alloc, presence("left", leaver));
      case Event.RoomExpired expired ->
          text(alloc, "{\"type\":\"room:expired\",\"reason\":\"" + expired.reason() + "\"}");
      case Event.Failure(ErrorCode code) ->
          text(
              alloc,
              "{\"type\":\"error\",\"code\":\""
                  + code.wireName()
                  + "\",\"message\":\""
                  + code.sentence()
                  + "\"}");
    };
  }

  private static ByteBuf text(ByteBufAllocator alloc, String json) {
    return Frames.text(alloc, json, NOTHING, "");
  }

  /** What stands behind the room id. */
  private static String joined(Member<?> self) {
    Room<?> room = self.room();
    StringBuilder json =
        new StringBuilder("\",\"connectionId\":\"")
            .append(hex(self.connectionId()))
            .append("\",\"username\":\"")
            .append(self.username())
            .append("\",\"creator\":")
            .append(self.creator())
            .append(",\"capacity\":")
            .append(room.capacity())
            .append(",\"createdAt\":")
            .append(room.createdAt())
            .append(",\"expiresAt\":")
            .append(room.expiresAt())
            .append(",\"now\":")
            .append(room.now())
            .append(",\"members\":[");
    String separator = "";
    for (Member<?> member : room.members()) {
      json.append(separator).append(member(member));
      separator = ",";
    }
    return json.append("]}").toString();
  }

  private static String presence(String what, Member<?> who) {
    return "{\"type\":\"member:"
        + what
        + "\",\"member\":"
        + member(who)
        + ",\"now\":"
        + who.room().now()
        + "}";
  }

  private static String member(Member<?> member) {
    return "{\"connectionId\":\""
        + hex(member.connectionId())
        + "\",\"username\":\""
        + member.username()
        + "\",\"creator\":"
        + member.creator()
        + "}";
  }

  private static String hex(long connectionId) {
    return HexFormat.of().toHexDigits(connectionId);
  }
}
