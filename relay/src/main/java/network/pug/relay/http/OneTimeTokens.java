package network.pug.relay.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import network.pug.protocol.Sha256;
import network.pug.relay.room.Clock;
import network.pug.relay.room.Digest;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that are good once and for a short time. Safe for any thread.
 *
 * <p>A token vouches for itself: a deadline, a random serial number, and an HMAC-SHA-256 (RFC 2104)
 * over both under a key that was drawn at start and is never stored. So handing one out costs no
 * memory, however many are asked for. Only the digests of <em>spent</em> tokens are kept, in two
 * generations, each as long as a token's life: when a generation is forgotten, all its tokens are
 * past their deadline.
 *
 * <p>A token has 63 characters of base64url, 32 that are signed and 31 that sign them: with the
 * colon behind it, it fills one block of SHA-256, so that whoever solves a challenge computes one
 * block a try. It is made and read off the heap.
 */
final class OneTimeTokens {
  /** Characters of a token. */
  static final int TOKEN_BYTES = 63;

  private static final int SERIAL_BYTES = 16;
  private static final int CONTENT_BYTES = Long.BYTES + SERIAL_BYTES;
  private static final int SIGNED_BYTES = 32;
  private static final int MAC_BYTES = TOKEN_BYTES - SIGNED_BYTES;

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
  private final RandomBytes random;
  private final ByteBufAllocator alloc;
  private final long lifeNanos;
  private final int maxSpent;
  private final long origin;
  private final ByteBuffer innerKey = ByteBuffer.allocateDirect(Sha256.BLOCK_BYTES);
  private final ByteBuffer outerKey = ByteBuffer.allocateDirect(Sha256.BLOCK_BYTES);

  // Guarded by this.
  private Set<Digest> spent = new HashSet<>();
  private Set<Digest> spentEarlier = new HashSet<>();
  private long rotatedAt;

  /**
   * Draws a key.
   *
   * @param life how long a token is good
   * @param maxSpent how many spent tokens a generation can remember
   */
  OneTimeTokens(
      Clock clock, RandomBytes random, ByteBufAllocator alloc, Duration life, int maxSpent) {
    this.clock = clock;
    this.random = random;
    this.alloc = alloc;
    this.lifeNanos = life.toNanos();
    this.maxSpent = maxSpent;
    this.rotatedAt = clock.nanos();
    ByteBuffer start = ByteBuffer.allocate(Long.BYTES);
    random.fill(start);
    // Deadlines count from a random origin, so that a token does not tell how long the host is up.
    this.origin = clock.nanos() - (start.getLong(0) >>> 2);
    random.fill(innerKey.slice(0, Sha256.HASH_BYTES));
    for (int i = 0; i < Sha256.BLOCK_BYTES; i++) {
      outerKey.put(i, (byte) (innerKey.get(i) ^ 0x5c));
      innerKey.put(i, (byte) (innerKey.get(i) ^ 0x36));
    }
  }

  /** Appends a new token to {@code out}. */
  void issue(ByteBuf out) {
    int start = out.writerIndex();
    ByteBuf content = alloc.directBuffer(CONTENT_BYTES);
    try {
      content.writeLong(clock.nanos() - origin + lifeNanos);
      random.fill(content.nioBuffer(Long.BYTES, SERIAL_BYTES));
      Base64Url.append(out, content, 0, CONTENT_BYTES, SIGNED_BYTES);
    } finally {
      content.release();
    }
    appendMac(out, out.nioBuffer(start, SIGNED_BYTES));
  }

  /** Whether {@code token} could be spent now. */
  boolean isValid(ByteBuffer token) {
    Digest digest = open(token);
    if (digest == null) {
      return false;
    }
    synchronized (this) {
      return !isSpent(digest);
    }
  }

  /**
   * Spends {@code token}: of any number of calls for one token, at the same time or not, one wins.
   */
  Spending spend(ByteBuffer token) {
    Digest digest = open(token);
    if (digest == null) {
      return Spending.INVALID;
    }
    synchronized (this) {
      forgetOld();
      if (isSpent(digest)) {
        return Spending.INVALID;
      }
      if (spent.size() >= maxSpent) {
        return Spending.TOO_MANY;
      }
      spent.add(digest);
      return Spending.DONE;
    }
  }

  /** How many spent tokens are remembered. */
  synchronized int remembered() {
    return spent.size() + spentEarlier.size();
  }

  private boolean isSpent(Digest digest) {
    return spent.contains(digest) || spentEarlier.contains(digest);
  }

  private void forgetOld() {
    if (clock.nanos() - rotatedAt >= lifeNanos) {
      boolean both = clock.nanos() - rotatedAt >= 2 * lifeNanos;
      spentEarlier = both ? new HashSet<>() : spent;
      spent = new HashSet<>();
      rotatedAt = clock.nanos();
    }
  }

  /** The digest of a token that we made and whose deadline is not past; else null. */
  private @Nullable Digest open(ByteBuffer token) {
    int start = token.position();
    if (token.remaining() != TOKEN_BYTES
        || !isMac(token.slice(start + SIGNED_BYTES, MAC_BYTES), token.slice(start, SIGNED_BYTES))) {
      return null;
    }
    // Ours, so it is in base64url. Ten characters and a part of one more hold the deadline.
    long deadline = 0;
    for (int i = 0; i < 10; i++) {
      deadline = (deadline << 6) | Base64Url.bits(token.get(start + i));
    }
    deadline = (deadline << 4) | (Base64Url.bits(token.get(start + 10)) >> 2);
    return clock.nanos() - origin - deadline >= 0 ? null : Digest.of(token.duplicate());
  }

  private boolean isMac(ByteBuffer mac, ByteBuffer signed) {
    ByteBuf right = alloc.directBuffer(MAC_BYTES);
    try {
      appendMac(right, signed);
      return Digest.of(right.nioBuffer()).matches(Digest.of(mac));
    } finally {
      right.release();
    }
  }

  /** Appends the HMAC-SHA-256 of {@code signed} to {@code out}, as many characters as fit. */
  private void appendMac(ByteBuf out, ByteBuffer signed) {
    int end = Sha256.BLOCK_BYTES + Sha256.HASH_BYTES;
    ByteBuf work = alloc.directBuffer(end);
    try {
      work.writeBytes(innerKey.duplicate()).writeBytes(signed);
      Sha256.hash(work.nioBuffer(), work.nioBuffer(Sha256.BLOCK_BYTES, Sha256.HASH_BYTES));
      work.setBytes(0, outerKey.duplicate());
      Sha256.hash(work.nioBuffer(), work.nioBuffer(Sha256.BLOCK_BYTES, Sha256.HASH_BYTES));
      Base64Url.append(out, work, Sha256.BLOCK_BYTES, 24, MAC_BYTES);
    } finally {
      work.release();
    }
  }
}
