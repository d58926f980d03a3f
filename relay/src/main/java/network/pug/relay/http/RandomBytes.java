package network.pug.relay.http;

import java.nio.ByteBuffer;

/** Chance as a port, which puts its bytes straight where they are wanted. Safe for any thread. */
@FunctionalInterface
public interface RandomBytes {
  /** Fills what remains in {@code bytes} with the output of a CSPRNG. */
  void fill(ByteBuffer bytes);
}
