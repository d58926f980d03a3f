package network.pug.bench.load;

import io.netty.buffer.ByteBuf;

/** How one speaks to a relay, beyond WebSocket itself. Safe for any thread. */
public sealed interface Dialect permits PugDialect, RawDialect, SocketIoDialect {
  /** Our own protocol, spec/protocol.md. */
  static Dialect pug() {
    return new PugDialect();
  }

  /** A socket that is opened at {@code /room/7} is in room 7. */
  static Dialect raw() {
    return new RawDialect();
  }

  /** Socket.IO 4 over WebSocket alone. */
  static Dialect socketIo() {
    return new SocketIoDialect();
  }

  /** True if rooms are made over HTTP, before they are joined. */
  boolean makesRooms();

  /** Where the WebSocket of a room is. */
  String target(Place place);

  /** A connection is open. */
  void opened(Client client);

  /** A text message came, of ASCII; it stays the caller's. */
  void heard(Client client, ByteBuf text);

  /** A text message that goes in front of each message of a room; empty for none. */
  default String prefix() {
    return "";
  }
}
