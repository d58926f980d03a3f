package network.pug.relay.gateway;

import java.util.HexFormat;
import java.util.stream.Collectors;
import network.pug.protocol.ErrorCode;
import network.pug.relay.room.Member;
import network.pug.relay.room.Room;

/**
 * What the relay says in text frames, as JSON (spec/protocol.md, "Relay to client"). All of it is
 * ASCII of our own making, so nothing needs an escape.
 */
final class Events {
  private Events() {}

  /** Text with a gap for an id that never becomes a String. */
  record Around(String before, String behind) {}

  /**
   * The answer to a join, but for the room id.
   *
   * @return what stands before the id, and what stands behind it
   */
  static Around joined(Member<?> self) {
    Room<?> room = self.room();
    String behind =
        """
        ","connectionId":"%s","username":"%s","creator":%b,\
        "capacity":%d,"createdAt":%d,"expiresAt":%d,"now":%d,"members":[%s]}\
        """
            .formatted(
                hex(self.connectionId()),
                self.username(),
                self.creator(),
                room.capacity(),
                room.createdAt(),
                room.expiresAt(),
                room.now(),
                room.members().stream().map(Events::member).collect(Collectors.joining(",")));
    return new Around("{\"type\":\"room:joined\",\"roomId\":\"", behind);
  }

  static String memberJoined(Member<?> newcomer) {
    return presence("member:joined", newcomer);
  }

  static String memberLeft(Member<?> leaver) {
    return presence("member:left", leaver);
  }

  /**
   * The room is gone.
   *
   * @param reason {@code ttl} or {@code purged}
   */
  static String expired(String reason) {
    return "{\"type\":\"room:expired\",\"reason\":\"" + reason + "\"}";
  }

  static String error(ErrorCode code) {
    return "{\"type\":\"error\",\"code\":\""
        + code.wireName()
        + "\",\"message\":\""
        + code.sentence()
        + "\"}";
  }

  private static String presence(String type, Member<?> member) {
    return "{\"type\":\""
        + type
        + "\",\"member\":"
        + member(member)
        + ",\"now\":"
        + member.room().now()
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
