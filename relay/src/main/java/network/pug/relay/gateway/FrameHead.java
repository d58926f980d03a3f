package network.pug.relay.gateway;

/**
 * The head of a frame that a client sends (RFC 6455 section 5.2), read byte by byte, for each may
 * come alone. Used for one frame after the other.
 *
 * <pre>
 *   FIN, RSV, opcode | MASK, length | 0, 2 or 8 bytes of length | 4 bytes of mask
 * </pre>
 */
final class FrameHead {
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private static final int FINAL = 0x80;
  private static final int RESERVED = 0x70;
  private static final int OPCODE = 0x0f;
  private static final int MASKED = 0x80;
  private static final int LENGTH = 0x7f;
  private static final int LENGTH_IN_2 = 126;
  private static final int LENGTH_IN_8 = 127;
  private static final int MASK_BYTES = 4;

  private int taken;
  private int first;
  private int second;
  private int lengthEnd;
  private int end;
  private long length;
  private int mask;

  /** Begins another head. */
  void restart() {
    taken = 0;
    length = 0;
    mask = 0;
  }

  /** Takes the next byte; false if no head goes on so, though this one can still be read on. */
  boolean take(byte b) {
    taken++;
    if (taken == 1) {
      first = b;
      return (b & RESERVED) == 0 && isKnown() && (isFinal() || !isControl());
    }
    if (taken == 2) {
      second = b;
      return takeSecond();
    }
    if (taken > lengthEnd) {
      mask = mask << Byte.SIZE | (b & 0xff);
      return true;
    }
    length = length << Byte.SIZE | (b & 0xff);
    return taken < lengthEnd || isShortestForm();
  }

  /** Whether nothing but payload is to come. */
  boolean isComplete() {
    return taken >= 2 && taken == end;
  }

  /** Whether what the frame is has just become known. */
  boolean isBegun() {
    return taken == 1;
  }

  boolean isFinal() {
    return (first & FINAL) != 0;
  }

  int opcode() {
    return first & OPCODE;
  }

  boolean isControl() {
    return opcode() >= CLOSE;
  }

  /** How many bytes of payload follow. */
  long length() {
    return length & Long.MAX_VALUE;
  }

  /** What the payload's first four bytes are masked with, the first byte's highest. */
  int mask() {
    return mask;
  }

  private boolean takeSecond() {
    length = second & LENGTH;
    int lengthBytes = length == LENGTH_IN_2 ? Short.BYTES : length == LENGTH_IN_8 ? Long.BYTES : 0;
    boolean fits = !isControl() || (length < LENGTH_IN_2 && !(opcode() == CLOSE && length == 1));
    boolean isMasked = (second & MASKED) != 0;
    lengthEnd = 2 + lengthBytes;
    end = lengthEnd + (isMasked ? MASK_BYTES : 0);
    if (lengthBytes > 0) {
      length = 0;
    }
    return isMasked && fits;
  }

  /** Section 5.2: the least number of bytes must be used, and the highest bit not. */
  private boolean isShortestForm() {
    return lengthEnd == 2 + Short.BYTES ? length >= LENGTH_IN_2 : length > 0xffff;
  }

  private boolean isKnown() {
    int opcode = opcode();
    return opcode <= BINARY || (opcode >= CLOSE && opcode <= PONG);
  }
}
