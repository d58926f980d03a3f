package network.pug.relay.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Overwrites, in the head of a request, what must not get onto the heap, where the parser puts all
 * that it reads: the room id in a path, and every header's value but of those that the relay goes
 * by. What a client authorizes itself with is kept off the heap for whoever answers.
 *
 * <p>Only visible ASCII is overwritten, and of a path neither {@code /} nor {@code ?}. So every
 * length, every line and every separator is what it was, and the parser's judgement with them.
 * Belongs to its connection's event loop.
 */
final class HeadRedactor {
  private static final byte BLANK = 'x';

  /** What the parser, or the relay, looks at. Hashes, for names are not to be kept either. */
  private static final Set<Long> LEGIBLE =
      Stream.of(
              "accept",
              "accept-encoding",
              "connection",
              "content-length",
              "content-type",
              "expect",
              "host",
              "origin",
              "sec-websocket-extensions",
              "sec-websocket-key",
              "sec-websocket-protocol",
              "sec-websocket-version",
              "transfer-encoding",
              "upgrade",
              "x-forwarded-for",
              "x-forwarded-host",
              "x-forwarded-proto")
          .map(HeadRedactor::hash)
          .collect(Collectors.toUnmodifiableSet());

  private static final long AUTHORIZATION = hash("authorization");

  private enum Place {
    METHOD,
    TARGET,
    VERSION,
    NAME,
    LEGIBLE_VALUE,
    HIDDEN_VALUE,
    CREDENTIALS
  }

  private final TargetRedactor target;
  private final BearerReader bearer;
  private Place place = Place.METHOD;
  private boolean placeIsEmpty = true;
  private boolean lineIsEmpty = true;
  private long name;

  /**
   * A redactor before its first head.
   *
   * @param basePath the path that everything lives under, with a slash at both ends
   */
  HeadRedactor(ByteBufAllocator alloc, String basePath) {
    this.target = new TargetRedactor(basePath);
    this.bearer = new BearerReader(alloc);
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
      if (b == '\n') {
        if (lineIsEmpty && place != Place.METHOD) {
          return i + 1 - start;
        }
        lineIsEmpty = true;
      } else if ((b != '\r' || isInRequestLine()) && isHidden(b) && isVisible(b)) {
        bytes.setByte(i, BLANK);
      }
    }
    return bytes.writerIndex() - start;
  }

  /**
   * The one credential of the head that is complete, to be released by the caller; empty if there
   * was none, more than one, or one too long.
   */
  ByteBuf takeCredentials() {
    target.restart();
    enter(Place.METHOD);
    lineIsEmpty = true;
    return bearer.take();
  }

  static boolean isVisible(byte b) {
    return b > ' ' && b < 0x7f;
  }

  /** What separates words for a lenient parser (RFC 9112 section 3), the ends of lines aside. */
  static boolean isWhite(byte b) {
    return b == ' ' || b == '\t' || b == 0x0b || b == '\f' || b == '\r';
  }

  private boolean isInRequestLine() {
    return place == Place.METHOD || place == Place.TARGET;
  }

  private boolean isHidden(byte b) {
    boolean white = isWhite(b);
    if (lineIsEmpty && place != Place.METHOD) {
      beginHeader(white);
    }
    lineIsEmpty &= b == '\r';
    return switch (place) {
      case METHOD, TARGET -> isHiddenInRequestLine(b, white);
      case VERSION, LEGIBLE_VALUE -> false;
      case NAME -> {
        if (b == ':') {
          endName();
        } else {
          name = hash(name, b);
        }
        yield false;
      }
      case HIDDEN_VALUE -> true;
      case CREDENTIALS -> {
        bearer.read(b);
        yield true;
      }
    };
  }

  private boolean isHiddenInRequestLine(byte b, boolean white) {
    if (white) {
      if (!placeIsEmpty) {
        enter(place == Place.METHOD ? Place.TARGET : Place.VERSION);
      }
      return false;
    }
    placeIsEmpty = false;
    return place == Place.TARGET && target.isHidden(b);
  }

  /** A line that begins with white space goes on with the header before (RFC 9112 section 5.2). */
  private void beginHeader(boolean white) {
    boolean goesOn =
        white && place != Place.TARGET && place != Place.VERSION && place != Place.NAME;
    if (!goesOn) {
      enter(Place.NAME);
      name = 0;
    }
  }

  private void endName() {
    if (name == AUTHORIZATION) {
      bearer.begin();
      enter(Place.CREDENTIALS);
    } else {
      enter(LEGIBLE.contains(name) ? Place.LEGIBLE_VALUE : Place.HIDDEN_VALUE);
    }
  }

  private void enter(Place next) {
    place = next;
    placeIsEmpty = true;
  }

  private static long hash(String name) {
    return name.chars().asLongStream().reduce(0, HeadRedactor::hash);
  }

  private static long hash(long hash, long b) {
    return 31 * hash + Character.toLowerCase((int) b);
  }
}
