package network.pug.relay.gateway;

import io.netty.buffer.ByteBuf;
import network.pug.relay.room.Digest;

/** What a client asks for in a text frame. */
sealed interface Command {

  /**
   * {@code room:join}.
   *
   * @param roomId digest of the id as sent
   * @param roomSecret digest of the secret as sent
   * @param roomIdText the id as sent, in ASCII and off the heap, to be said back and then released;
   *     empty if it has not the length of an id
   */
  record Join(Digest roomId, Digest roomSecret, ByteBuf roomIdText) implements Command {
    @Override
    public String toString() {
      return "Join";
    }
  }

  /** {@code room:purge}. */
  record Purge() implements Command {}

  /** Anything else. */
  record Malformed() implements Command {}
}
