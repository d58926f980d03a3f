package network.pug.relay.room;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A SHA-256 digest, all that the relay keeps of a room id or a room secret. Immutable.
 *
 * <p>Both are hashed as the ASCII text that stands in the link. So any other text, whatever its
 * length or form, is simply another digest: there is nothing to decode and nothing to measure.
 */
public record Digest(long a, long b, long c, long d) {

  /** The SHA-256 of what remains in {@code text}; the caller wipes {@code text}. */
  public static Digest of(ByteBuffer text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(text);
      ByteBuffer hash = ByteBuffer.wrap(sha256.digest());
      return new Digest(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
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
