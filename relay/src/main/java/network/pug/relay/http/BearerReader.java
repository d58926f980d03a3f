package network.pug.relay.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;

/** Reads the values of Authorization headers (RFC 6750 section 2.1) into a buffer off the heap. */
final class BearerReader {
  /** Longer credentials are none of ours. */
  static final int MAX_BYTES = 256;

  private static final String SCHEME = "bearer";

  private enum Place {
    SCHEME,
    BEFORE_TOKEN,
    TOKEN,
    BEHIND_TOKEN
  }

  private final ByteBufAllocator alloc;
  private Place place = Place.SCHEME;
  private int schemeBytes;
  private ByteBuf token = Unpooled.EMPTY_BUFFER;
  private boolean begun;
  private boolean spoiled;

  BearerReader(ByteBufAllocator alloc) {
    this.alloc = alloc;
  }

  /** A header's value begins. */
  void begin() {
    spoiled |= begun;
    begun = true;
    place = Place.SCHEME;
    schemeBytes = 0;
  }

  /** The next byte of the value, which is no end of a line. */
  void read(byte b) {
    boolean white = b == ' ' || b == '\t';
    switch (place) {
      case SCHEME -> {
        if (!white) {
          spoiled |=
              schemeBytes == SCHEME.length()
                  || SCHEME.charAt(schemeBytes) != Character.toLowerCase(b);
          schemeBytes += spoiled ? 0 : 1;
        } else if (schemeBytes > 0) {
          spoiled |= schemeBytes < SCHEME.length();
          place = Place.BEFORE_TOKEN;
        }
      }
      case BEFORE_TOKEN -> {
        if (!white) {
          place = Place.TOKEN;
          append(b);
        }
      }
      case TOKEN -> {
        if (white) {
          place = Place.BEHIND_TOKEN;
        } else {
          append(b);
        }
      }
      case BEHIND_TOKEN -> spoiled |= !white;
    }
  }

  /** The one token that was read, to be released by the caller; empty if it is none of ours. */
  ByteBuf take() {
    ByteBuf taken = token;
    if (spoiled) {
      taken.release();
      taken = Unpooled.EMPTY_BUFFER;
    }
    token = Unpooled.EMPTY_BUFFER;
    begun = false;
    spoiled = false;
    return taken;
  }

  private void append(byte b) {
    if (!HeadScanner.isVisible(b) || token.readableBytes() == MAX_BYTES) {
      spoiled = true;
      return;
    }
    if (token.capacity() == 0) {
      token = alloc.directBuffer(MAX_BYTES);
    }
    token.writeByte(b);
  }
}
