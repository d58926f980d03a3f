package network.pug.relay.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;

/**
 * Overwrites, in the head of a request, what must not get onto the heap, where the parser puts all
 * that it reads: room ids, which stand behind {@code /r/}, and credentials, which stand behind
 * {@code Bearer}. Credentials are kept off the heap for whoever answers.
 *
 * <p>Only visible ASCII is overwritten, and of a path neither {@code /} nor {@code ?}. So every
 * length, every line and every separator is what it was, and the parser's judgement with them.
 * Belongs to its connection's event loop.
 */
final class HeadRedactor {
  /** Longer credentials are none of ours. */
  static final int MAX_CREDENTIAL_BYTES = 256;

  private static final String ROOM = "/r/";
  private static final String BEARER = "bearer";
  private static final byte BLANK = 'x';

  private enum Place {
    /** Somewhere else. */
    ELSEWHERE,
    /** Behind {@code /r/}, up to white space. */
    ROOM_ID,
    /** Behind {@code Bearer}, with white space between. */
    BEFORE_CREDENTIALS,
    /** In what stands there, up to the end of the line. */
    CREDENTIALS
  }

  private final ByteBufAllocator alloc;
  private Place place = Place.ELSEWHERE;
  private int roomMatched;
  private int bearerMatched;
  private int before = '\n';
  private boolean lineIsEmpty = true;
  private boolean headIsEmpty = true;
  private ByteBuf credentials = Unpooled.EMPTY_BUFFER;
  private boolean spoiled;

  HeadRedactor(ByteBufAllocator alloc) {
    this.alloc = alloc;
  }

  /**
   * Goes on with the head, whose next bytes these are.
   *
   * @return how many bytes belong to it; fewer than there are only if it is complete
   */
  int redact(ByteBuf bytes) {
    int start = bytes.readerIndex();
    for (int i = start; i < bytes.writerIndex(); i++) {
      byte b = bytes.getByte(i);
      if (isHidden(b)) {
        bytes.setByte(i, BLANK);
      }
      before = b;
      if (b == '\n') {
        if (lineIsEmpty && !headIsEmpty) {
          return i + 1 - start;
        }
        lineIsEmpty = true;
      } else if (b != '\r') {
        lineIsEmpty = false;
        headIsEmpty = false;
      }
    }
    return bytes.writerIndex() - start;
  }

  /**
   * The one credential of the head that is complete, to be released by the caller; empty if there
   * was none, more than one, or one too long.
   */
  ByteBuf takeCredentials() {
    ByteBuf taken = spoiled ? Unpooled.EMPTY_BUFFER : credentials;
    if (spoiled) {
      credentials.release();
    }
    credentials = Unpooled.EMPTY_BUFFER;
    spoiled = false;
    place = Place.ELSEWHERE;
    roomMatched = 0;
    bearerMatched = 0;
    headIsEmpty = true;
    lineIsEmpty = true;
    return taken;
  }

  private boolean isHidden(byte b) {
    boolean white = b == ' ' || b == '\t' || b == '\r' || b == '\n';
    switch (place) {
      case ELSEWHERE -> match(b, white);
      case ROOM_ID -> {
        if (white) {
          place = Place.ELSEWHERE;
        } else {
          return isVisible(b) && b != '/' && b != '?';
        }
      }
      case BEFORE_CREDENTIALS -> {
        if (!white) {
          // A line end without white space behind it: this is another header. With it, the header
          // goes on (RFC 9112 section 5.2).
          if (before == '\n' || before == '\r') {
            place = Place.ELSEWHERE;
            match(b, false);
          } else {
            place = Place.CREDENTIALS;
            spoiled |= credentials.isReadable();
            return keep(b);
          }
        }
      }
      case CREDENTIALS -> {
        if (b == '\n') {
          place = Place.ELSEWHERE;
        } else if (!white) {
          spoiled |= before == ' ' || before == '\t' || before == '\r';
          return keep(b);
        }
      }
    }
    return false;
  }

  private void match(byte b, boolean white) {
    if (bearerMatched == BEARER.length() && white) {
      place = Place.BEFORE_CREDENTIALS;
      bearerMatched = 0;
      roomMatched = 0;
      return;
    }
    bearerMatched = advance(BEARER, bearerMatched, Character.toLowerCase(b));
    roomMatched = advance(ROOM, roomMatched, b);
    if (roomMatched == ROOM.length()) {
      place = Place.ROOM_ID;
      bearerMatched = 0;
      roomMatched = 0;
    }
  }

  /** How much of {@code word} is matched with one more byte, which may begin it anew. */
  private static int advance(String word, int matched, int b) {
    if (matched < word.length() && word.charAt(matched) == b) {
      return matched + 1;
    }
    return word.charAt(0) == b ? 1 : 0;
  }

  private boolean keep(byte b) {
    if (!isVisible(b) || credentials.readableBytes() == MAX_CREDENTIAL_BYTES) {
      spoiled = true;
      return isVisible(b);
    }
    if (credentials.capacity() == 0) {
      credentials = alloc.directBuffer(MAX_CREDENTIAL_BYTES);
    }
    credentials.writeByte(b);
    return true;
  }

  private static boolean isVisible(byte b) {
    return b > ' ' && b < 0x7f;
  }
}
