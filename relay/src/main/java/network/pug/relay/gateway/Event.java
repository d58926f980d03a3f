package network.pug.relay.gateway;

import io.netty.buffer.ByteBuf;
import network.pug.protocol.CloseCode;
import network.pug.protocol.ErrorCode;
import network.pug.relay.room.Member;

/** What the relay says in text frames (spec/protocol.md, "Relay to client"). */
sealed interface Event {

  /**
   * {@code room:joined}, the answer to a join.
   *
   * @param roomId the id as the client sent it, which stays the caller's
   */
  record Joined(Member<?> self, ByteBuf roomId) implements Event {
    @Override
    public String toString() {
      return "Joined";
    }
  }

  /** {@code member:joined}, to the others. */
  record MemberJoined(Member<?> newcomer) implements Event {
    @Override
    public String toString() {
      return "MemberJoined";
    }
  }

  /** {@code member:left}, to those who remain. */
  record MemberLeft(Member<?> leaver) implements Event {
    @Override
    public String toString() {
      return "MemberLeft";
    }
  }

  /** {@code room:expired}, with the close code that follows it. */
  enum RoomExpired implements Event {
    TTL("ttl", CloseCode.ROOM_EXPIRED),
    PURGED("purged", CloseCode.ROOM_PURGED);

    private final String reason;
    private final int closeCode;

    RoomExpired(String reason, int closeCode) {
      this.reason = reason;
      this.closeCode = closeCode;
    }

    String reason() {
      return reason;
    }

    int closeCode() {
      return closeCode;
    }
  }

  /** {@code error}. */
  record Failure(ErrorCode code) implements Event {}
}
