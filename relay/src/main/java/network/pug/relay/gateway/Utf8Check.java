package network.pug.relay.gateway;

import io.netty.buffer.ByteBuf;

/**
 * Tells at the first wrong byte that a text is no UTF-8 (RFC 3629 section 4), in whatever parts it
 * comes.
 */
final class Utf8Check {
  private static final long NOT_ASCII = 0x8080808080808080L;

  /** How many bytes of the present character are to come, and the bounds of the next. */
  private int missing;

  private int least;
  private int most;

  /** Goes on with the text; false if there is none that goes on so. */
  boolean accepts(ByteBuf bytes) {
    int end = bytes.writerIndex();
    int i = bytes.readerIndex();
    while (i < end) {
      if (missing == 0 && end - i >= Long.BYTES && (bytes.getLong(i) & NOT_ASCII) == 0) {
        i += Long.BYTES;
      } else if (accepts(bytes.getUnsignedByte(i))) {
        i++;
      } else {
        return false;
      }
    }
    return true;
  }

  /** Whether the text may end here. */
  boolean isComplete() {
    return missing == 0;
  }

  /** Begins another text. */
  void restart() {
    missing = 0;
  }

  private boolean accepts(int b) {
    if (missing > 0) {
      missing--;
      boolean fits = b >= least && b <= most;
      least = 0x80;
      most = 0xbf;
      return fits;
    }
    if (b < 0x80) {
      return true;
    }
    if (b < 0xc2 || b > 0xf4) {
      return false;
    }
    missing = b < 0xe0 ? 1 : b < 0xf0 ? 2 : 3;
    // Neither longer than need be, nor a surrogate, nor above U+10FFFF.
    least = b == 0xe0 ? 0xa0 : b == 0xf0 ? 0x90 : 0x80;
    most = b == 0xed ? 0x9f : b == 0xf4 ? 0x8f : 0xbf;
    return true;
  }
}
