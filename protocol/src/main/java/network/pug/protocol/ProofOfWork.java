package network.pug.protocol;

import java.nio.ByteBuffer;

/**
 * The price of a room: a nonce for which SHA-256 over {@code token:nonce} begins with a number of
 * zero bits (spec/protocol.md, "Proof of work"). Stateless and safe for any thread.
 */
public final class ProofOfWork {
  /** The most decimal digits a nonce may have. */
  public static final int MAX_NONCE_DIGITS = 20;

  /** The highest difficulty, in leading zero bits, that a relay may ask for. */
  public static final int MAX_DIFFICULTY = 32;

  private ProofOfWork() {}

  /** Whether what remains in {@code text} is a nonce: 1 to 20 ASCII decimal digits. */
  public static boolean isNonce(ByteBuffer text) {
    if (!text.hasRemaining() || text.remaining() > MAX_NONCE_DIGITS) {
      return false;
    }
    for (int i = text.position(); i < text.limit(); i++) {
      if (text.get(i) < '0' || text.get(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether an attempt at a challenge solves it.
   *
   * @param attempt the ASCII challenge token, a colon, and a nonce, see {@link #isNonce}; read to
   *     its end
   * @param difficulty how many leading zero bits the hash must have, 0 to 32
   */
  public static boolean solves(ByteBuffer attempt, int difficulty) {
    ByteBuffer hash = ByteBuffer.allocate(Sha256.HASH_BYTES);
    Sha256.hash(attempt, hash);
    return Integer.numberOfLeadingZeros(hash.getInt(0)) >= difficulty;
  }
}
