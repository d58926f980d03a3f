package network.pug.e2e.memory;

import java.io.IOException;

/** A member of a room, at a relay of any kind. */
interface Voice extends AutoCloseable {
  /** Sends a payload. */
  void say(byte... payload) throws IOException;

  /** Waits for the next payload, which is one's own or another member's. */
  void hear() throws IOException;

  /** Purges the room; the creator may. */
  void purge() throws IOException;

  /** Waits until the relay says that the room is gone. */
  void gone() throws IOException;

  /** Leaves in good order. */
  void leave() throws IOException;

  /** Ends the TCP connection. */
  @Override
  void close() throws IOException;
}
