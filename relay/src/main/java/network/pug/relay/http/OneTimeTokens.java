package network.pug.relay.http;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import network.pug.relay.room.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that are good once and for a short time. Safe for any thread.
 *
 * <p>A token vouches for itself: a deadline, a random serial number, and an HMAC-SHA-256 (RFC 2104)
 * over both under a key that was drawn at start and is never stored. So handing one out costs no
 * memory, however many are asked for. Only the serial numbers of <em>spent</em> tokens are kept, in
 * two generations, each as long as a token's life: when a generation is forgotten, all its tokens
 * are past their deadline.
 *
 * <p>In base64url a token has 63 characters: with the colon behind it, it fills one block of
 * SHA-256, so that whoever solves a challenge computes one block a try.
 */
final class OneTimeTokens {
  private static final int SERIAL_BYTES = 16;
  private static final int SIGNED_BYTES = Long.BYTES + SERIAL_BYTES;
  private static final int TOKEN_BYTES = 47;
  private static final int HASH_BLOCK_BYTES = 64;

  private record Serial(long high, long low) {}

  /** What came of spending a token. */
  enum Spending {
    /** It was good, and is spent now. */
    DONE,
    /** It is forged, expired or spent. */
    INVALID,
    /** More tokens were spent lately than can be remembered; it stays unspent. */
    TOO_MANY
  }

  private final Clock clock;
  private final RandomGenerator random;
  private final long lifeNanos;
  private final int maxSpent;
  private final long origin;
  private final byte[] innerKey = new byte[HASH_BLOCK_BYTES];
  private final byte[] outerKey = new byte[HASH_BLOCK_BYTES];

  // Guarded by this.
  private Set<Serial> spent = new HashSet<>();
  private Set<Serial> spentEarlier = new HashSet<>();
  private long rotatedAt;

  /**
   * Draws a key.
   *
   * @param random a CSPRNG
   * @param life how long a token is good
   * @param maxSpent how many spent tokens a generation can remember
   */
  OneTimeTokens(Clock clock, RandomGenerator random, Duration life, int maxSpent) {
    this.clock = clock;
    this.random = random;
    this.lifeNanos = life.toNanos();
    this.maxSpent = maxSpent;
    // Deadlines count from a random origin, so that a token does not tell how long the host is up.
    this.origin = clock.nanos() - (random.nextLong() >>> 2);
    this.rotatedAt = clock.nanos();
    byte[] key = new byte[32];
    random.nextBytes(key);
    for (int i = 0; i < HASH_BLOCK_BYTES; i++) {
      byte k = i < key.length ? key[i] : 0;
      innerKey[i] = (byte) (k ^ 0x36);
      outerKey[i] = (byte) (k ^ 0x5c);
    }
    Arrays.fill(key, (byte) 0);
  }

  /** A new token. */
  String issue() {
    ByteBuffer token = ByteBuffer.allocate(TOKEN_BYTES);
    token.putLong(clock.nanos() - origin + lifeNanos);
    token.putLong(random.nextLong()).putLong(random.nextLong());
    token.put(mac(token.array()), 0, TOKEN_BYTES - SIGNED_BYTES);
    return text(token.array());
  }

  /** Whether {@code token} could be spent now. */
  boolean isValid(String token) {
    Serial serial = open(token);
    if (serial == null) {
      return false;
    }
    synchronized (this) {
      return !isSpent(serial);
    }
  }

  /**
   * Spends {@code token}: of any number of calls for one token, at the same time or not, one wins.
   */
  Spending spend(String token) {
    Serial serial = open(token);
    if (serial == null) {
      return Spending.INVALID;
    }
    synchronized (this) {
      forgetOld();
      if (isSpent(serial)) {
        return Spending.INVALID;
      }
      if (spent.size() >= maxSpent) {
        return Spending.TOO_MANY;
      }
      spent.add(serial);
      return Spending.DONE;
    }
  }

  /** How many spent tokens are remembered. */
  synchronized int remembered() {
    return spent.size() + spentEarlier.size();
  }

  private boolean isSpent(Serial serial) {
    return spent.contains(serial) || spentEarlier.contains(serial);
  }

  private void forgetOld() {
    if (clock.nanos() - rotatedAt >= lifeNanos) {
      boolean both = clock.nanos() - rotatedAt >= 2 * lifeNanos;
      spentEarlier = both ? new HashSet<>() : spent;
      spent = new HashSet<>();
      rotatedAt = clock.nanos();
    }
  }

  /** The serial of a token that we made and whose deadline is not past; else null. */
  private @Nullable Serial open(String token) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return null;
    }
    // A last character with other unused bits would decode alike; a token has one spelling.
    if (bytes.length != TOKEN_BYTES || !text(bytes).equals(token)) {
      return null;
    }
    byte[] mac = Arrays.copyOf(mac(bytes), TOKEN_BYTES - SIGNED_BYTES);
    if (!MessageDigest.isEqual(mac, Arrays.copyOfRange(bytes, SIGNED_BYTES, TOKEN_BYTES))) {
      return null;
    }
    ByteBuffer content = ByteBuffer.wrap(bytes);
    long deadline = content.getLong();
    Serial serial = new Serial(content.getLong(), content.getLong());
    return clock.nanos() - origin - deadline >= 0 ? null : serial;
  }

  private static String text(byte[] token) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /** HMAC-SHA-256 over the first {@link #SIGNED_BYTES} of {@code token}. */
  private byte[] mac(byte[] token) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(innerKey);
      sha256.update(token, 0, SIGNED_BYTES);
      byte[] inner = sha256.digest();
      sha256.update(outerKey);
      return sha256.digest(inner);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
