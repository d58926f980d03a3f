package network.pug.relay.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.HttpResponseStatus;
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
  private static final long CONTENT_LENGTH = hash("content-length");

  private enum Value {
    LEGIBLE,
    HIDDEN,
    CREDENTIALS
  }

  private final HeadScanner scanner = new HeadScanner();
  private final TargetRedactor target;
  private final BearerReader bearer;
  private Value value = Value.HIDDEN;
  private long name;
  private boolean hasLength;

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
   * @throws ProblemException if it is none; then none of the bytes may be looked at
   */
  int redact(ByteBuf bytes) throws ProblemException {
    int start = bytes.readerIndex();
    for (int i = start; i < bytes.writerIndex(); i++) {
      byte b = bytes.getByte(i);
      HeadScanner.Place place = scanner.read(b);
      if (place == HeadScanner.Place.END) {
        return i + 1 - start;
      }
      if (isHidden(place, b) && HeadScanner.isVisible(b)) {
        bytes.setByte(i, BLANK);
      }
    }
    return bytes.writerIndex() - start;
  }

  /** How far the head is that has begun. */
  HeadScanner.Place place() {
    return scanner.place();
  }

  /**
   * The one credential of the head that is complete, to be released by the caller; empty if there
   * was none, more than one, or one too long.
   */
  ByteBuf takeCredentials() {
    scanner.restart();
    target.restart();
    name = 0;
    hasLength = false;
    return bearer.take();
  }

  private boolean isHidden(HeadScanner.Place place, byte b) throws ProblemException {
    return switch (place) {
      case TARGET -> target.isHidden(b);
      case NAME -> {
        if (b == ':') {
          endName();
        } else {
          name = hash(name, b);
        }
        yield false;
      }
      case VALUE -> {
        if (value == Value.CREDENTIALS) {
          bearer.read(b);
        }
        yield value != Value.LEGIBLE;
      }
      case BEFORE, METHOD, VERSION, LINE_END, END -> false;
    };
  }

  private void endName() throws ProblemException {
    if (name == AUTHORIZATION) {
      bearer.begin();
      value = Value.CREDENTIALS;
    } else {
      value = LEGIBLE.contains(name) ? Value.LEGIBLE : Value.HIDDEN;
    }
    if (name == CONTENT_LENGTH) {
      requireFirstLength();
    }
    name = 0;
  }

  /** Asked here, for of two in HTTP/1.0 the parser tells only one (RFC 9112 section 6.3). */
  private void requireFirstLength() throws ProblemException {
    if (hasLength) {
      throw new ProblemException(
          HttpResponseStatus.BAD_REQUEST, "Content-Length must stand there once.");
    }
    hasLength = true;
  }

  private static long hash(String name) {
    return name.chars().asLongStream().reduce(0, HeadRedactor::hash);
  }

  private static long hash(long hash, long b) {
    return 31 * hash + Character.toLowerCase((int) b);
  }
}
