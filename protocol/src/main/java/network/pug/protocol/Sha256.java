package network.pug.protocol;

import java.nio.ByteBuffer;

/**
 * SHA-256 (FIPS 180-4 section 6.2) that leaves nothing of what it hashes behind. What it computes
 * with lies outside of the heap, where no collector makes copies, and is overwritten before a
 * method returns; {@link java.security.MessageDigest} copies its input onto the heap.
 *
 * <p>Stateless and safe for any thread.
 */
public final class Sha256 {
  /** Bytes of a hash. */
  public static final int HASH_BYTES = 32;

  /** Bytes that are hashed at a time. */
  public static final int BLOCK_BYTES = 64;

  private static final int ROUNDS = 64;
  private static final int STATE = ROUNDS * Integer.BYTES;
  private static final int LAST_BLOCK = STATE + HASH_BYTES;
  private static final int SCRATCH_BYTES = LAST_BLOCK + BLOCK_BYTES;

  /** FIPS 180-4 section 5.3.3. */
  private static final int[] START = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
  };

  /** FIPS 180-4 section 4.2.2. */
  private static final int[] ROUND_CONSTANTS = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
  };

  /** The message schedule, then the state, then the last block with its padding. */
  private static final ThreadLocal<ByteBuffer> SCRATCH =
      ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(SCRATCH_BYTES));

  private Sha256() {}

  /**
   * Hashes all that remains in {@code bytes}.
   *
   * @param bytes read to its end
   * @param hash gets 32 bytes; may be the buffer of {@code bytes}
   */
  public static void hash(ByteBuffer bytes, ByteBuffer hash) {
    ByteBuffer scratch = SCRATCH.get();
    ByteBuffer in = bytes.slice(); // big endian, whatever the caller's order is
    bytes.position(bytes.limit());
    try {
      for (int i = 0; i < START.length; i++) {
        scratch.putInt(STATE + i * Integer.BYTES, START[i]);
      }
      int at = 0;
      while (in.limit() - at >= BLOCK_BYTES) {
        compress(scratch, in, at);
        at += BLOCK_BYTES;
      }
      int length = in.limit() - at;
      scratch.put(LAST_BLOCK, in, at, length);
      scratch.put(LAST_BLOCK + length, (byte) 0x80);
      length++;
      if (length > BLOCK_BYTES - Long.BYTES) {
        zero(scratch, LAST_BLOCK + length, SCRATCH_BYTES);
        compress(scratch, scratch, LAST_BLOCK);
        length = 0;
      }
      zero(scratch, LAST_BLOCK + length, SCRATCH_BYTES - Long.BYTES);
      scratch.putLong(SCRATCH_BYTES - Long.BYTES, 8L * in.limit());
      compress(scratch, scratch, LAST_BLOCK);
      hash.put(hash.position(), scratch, STATE, HASH_BYTES);
      hash.position(hash.position() + HASH_BYTES);
    } finally {
      zero(scratch, 0, SCRATCH_BYTES);
    }
  }

  private static void compress(ByteBuffer scratch, ByteBuffer block, int at) {
    for (int t = 0; t < 16; t++) {
      scratch.putInt(t * Integer.BYTES, block.getInt(at + t * Integer.BYTES));
    }
    for (int t = 16; t < ROUNDS; t++) {
      int w15 = word(scratch, t - 15);
      int w2 = word(scratch, t - 2);
      int s0 = Integer.rotateRight(w15, 7) ^ Integer.rotateRight(w15, 18) ^ (w15 >>> 3);
      int s1 = Integer.rotateRight(w2, 17) ^ Integer.rotateRight(w2, 19) ^ (w2 >>> 10);
      scratch.putInt(t * Integer.BYTES, word(scratch, t - 16) + s0 + word(scratch, t - 7) + s1);
    }
    int a = word(scratch, ROUNDS);
    int b = word(scratch, ROUNDS + 1);
    int c = word(scratch, ROUNDS + 2);
    int d = word(scratch, ROUNDS + 3);
    int e = word(scratch, ROUNDS + 4);
    int f = word(scratch, ROUNDS + 5);
    int g = word(scratch, ROUNDS + 6);
    int h = word(scratch, ROUNDS + 7);
    for (int t = 0; t < ROUNDS; t++) {
      int s1 = Integer.rotateRight(e, 6) ^ Integer.rotateRight(e, 11) ^ Integer.rotateRight(e, 25);
      int s0 = Integer.rotateRight(a, 2) ^ Integer.rotateRight(a, 13) ^ Integer.rotateRight(a, 22);
      int t1 = h + s1 + ((e & f) ^ (~e & g)) + ROUND_CONSTANTS[t] + word(scratch, t);
      int t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = d + t1;
      d = c;
      c = b;
      b = a;
      a = t1 + t2;
    }
    add(scratch, 0, a);
    add(scratch, 1, b);
    add(scratch, 2, c);
    add(scratch, 3, d);
    add(scratch, 4, e);
    add(scratch, 5, f);
    add(scratch, 6, g);
    add(scratch, 7, h);
  }

  private static int word(ByteBuffer scratch, int index) {
    return scratch.getInt(index * Integer.BYTES);
  }

  private static void add(ByteBuffer scratch, int index, int value) {
    scratch.putInt(STATE + index * Integer.BYTES, word(scratch, ROUNDS + index) + value);
  }

  private static void zero(ByteBuffer scratch, int from, int to) {
    for (int i = from; i < to; i++) {
      scratch.put(i, (byte) 0);
    }
  }
}
