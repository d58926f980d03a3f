package network.pug.relay.http;

import io.netty.handler.codec.http.HttpResponseStatus;

/**
 * Reads the head of a request byte by byte, and refuses what RFC 9112 lets a server refuse: where
 * two parsers could differ, there is nothing to differ about. Lines end with CR and LF and nothing
 * else does; the parts of the request line are separated by one space; no header goes on in the
 * next line. What is left to say of names, values and lengths is the parser's behind it.
 *
 * <pre>
 *   [BEFORE] --&gt; [METHOD] -SP-&gt; [TARGET] -SP-&gt; [VERSION] -CRLF-&gt; [NAME] -:-&gt; [VALUE]
 *    CRLF, at most 8                                   |  ^-------CRLF-------+
 *                                                      +-CRLF-&gt; END
 * </pre>
 */
final class HeadScanner {
  /** The most header fields; lengths are the parser's to bound. */
  static final int MAX_FIELDS = 100;

  /** Section 2.2: at least one, for clients that put one behind a body. */
  private static final int MAX_EMPTY_LINES = 8;

  /** What a byte belongs to. */
  enum Place {
    /** Nothing yet: a request has not begun. */
    BEFORE,
    METHOD,
    TARGET,
    VERSION,
    NAME,
    VALUE,
    LINE_END,
    /** The last byte of the head. */
    END
  }

  private Place place = Place.BEFORE;
  private boolean placeIsEmpty = true;
  private boolean behindReturn;
  private int emptyLines;
  private int fields;

  /** The next byte is the first of a head. */
  void restart() {
    enter(Place.BEFORE);
    behindReturn = false;
    emptyLines = 0;
    fields = 0;
  }

  /** Where the next byte will belong, if it does not end a line. */
  Place place() {
    return place;
  }

  /** Where the next byte belongs; separators belong to what they end. */
  Place read(byte b) throws ProblemException {
    if (behindReturn != (b == '\n')) {
      throw malformed("Lines must end with CR and LF, which must stand nowhere else.");
    }
    if (b == '\n') {
      behindReturn = false;
      return endLine();
    }
    if (b == '\r') {
      behindReturn = true;
      return Place.LINE_END;
    }
    if (place == Place.BEFORE) {
      enter(Place.METHOD);
    }
    Place own = place;
    switch (place) {
      case METHOD -> readWord(b, Place.TARGET);
      case TARGET -> readWord(b, Place.VERSION);
      case VERSION -> {
        if (!isVisible(b) || Character.isLowerCase(b)) {
          throw badRequestLine();
        }
        placeIsEmpty = false;
      }
      case NAME -> readName(b);
      case VALUE -> {
        if ((b >= 0 && b < ' ' && b != '\t') || b == 0x7f) {
          throw malformed("A header must not hold control characters.");
        }
      }
      case BEFORE, LINE_END, END -> throw new IllegalStateException("no place to be in");
    }
    return own;
  }

  static boolean isVisible(byte b) {
    return b > ' ' && b < 0x7f;
  }

  private void readWord(byte b, Place next) throws ProblemException {
    if (b == ' ' && !placeIsEmpty) {
      enter(next);
    } else if (isVisible(b)) {
      placeIsEmpty = false;
    } else {
      throw badRequestLine();
    }
  }

  private void readName(byte b) throws ProblemException {
    if (placeIsEmpty) {
      if (b == ' ' || b == '\t') {
        throw malformed("A header must not go on in the next line.");
      }
      fields++;
      if (fields > MAX_FIELDS) {
        throw new ProblemException(
            HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
            "There must not be more than " + MAX_FIELDS + " headers.");
      }
    }
    if (b == ':' && !placeIsEmpty) {
      enter(Place.VALUE);
    } else if (b != ':' && isVisible(b)) {
      placeIsEmpty = false;
    } else {
      throw badName();
    }
  }

  private Place endLine() throws ProblemException {
    switch (place) {
      case BEFORE -> {
        emptyLines++;
        if (emptyLines > MAX_EMPTY_LINES) {
          throw malformed("There are too many empty lines in front of the request.");
        }
      }
      case VALUE -> enter(Place.NAME);
      case NAME -> {
        if (!placeIsEmpty) {
          throw badName();
        }
        return Place.END;
      }
      case VERSION -> {
        if (placeIsEmpty) {
          throw badRequestLine();
        }
        enter(Place.NAME);
      }
      case METHOD, TARGET, LINE_END, END -> throw badRequestLine();
    }
    return Place.LINE_END;
  }

  private void enter(Place next) {
    place = next;
    placeIsEmpty = true;
  }

  private static ProblemException badRequestLine() {
    return malformed("The request line must be a method, a target and HTTP/1.1, one space apart.");
  }

  private static ProblemException badName() {
    return malformed("A header must begin with its name and a colon.");
  }

  private static ProblemException malformed(String detail) {
    return new ProblemException(HttpResponseStatus.BAD_REQUEST, detail);
  }
}
