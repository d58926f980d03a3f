package network.pug.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

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

  /** Whether {@code text} has the form of a nonce: 1 to 20 ASCII decimal digits. */
  public static boolean isNonce(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_NONCE_DIGITS
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /**
   * Whether {@code nonce} solves the challenge {@code token}.
   *
   * @param token the ASCII challenge token
   * @param nonce a nonce, see {@link #isNonce}
   * @param difficulty how many leading zero bits the hash must have, 0 to 32
   */
  public static boolean solves(String token, String nonce, int difficulty) {
    byte[] hash = sha256().digest((token + ':' + nonce).getBytes(StandardCharsets.US_ASCII));
    int head = hash[0] << 24 | (hash[1] & 0xff) << 16 | (hash[2] & 0xff) << 8 | (hash[3] & 0xff);
    return Integer.numberOfLeadingZeros(head) >= difficulty;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
