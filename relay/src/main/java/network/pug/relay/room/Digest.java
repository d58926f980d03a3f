package network.pug.relay.room;

import java.nio.ByteBuffer;
import network.pug.protocol.Sha256;

/**
 * A SHA-256 digest, all that the relay keeps of a room id, a room secret or a spent token.
 * Immutable.
 *
 * <p>All are hashed as the ASCII text that the client holds. So any other text, whatever its length
 * or form, is simply another digest: there is nothing to decode and nothing to measure.
 */
public record Digest(long a, long b, long c, long d) {

  /** The SHA-256 of what remains in {@code text}, which leaves no copy of it on the heap. */
  public static Digest of(ByteBuffer text) {
    ByteBuffer hash = ByteBuffer.allocate(Sha256.HASH_BYTES);
    Sha256.hash(text, hash);
    return new Digest(hash.getLong(0), hash.getLong(8), hash.getLong(16), hash.getLong(24));
  }

  /** Whether both are the same digest, in a time that does not depend on where they differ. */
  public boolean matches(Digest other) {
    return ((a ^ other.a) | (b ^ other.b) | (c ^ other.c) | (d ^ other.d)) == 0;
  }

  @Override
  public String toString() {
    return "Digest";
  }
}
