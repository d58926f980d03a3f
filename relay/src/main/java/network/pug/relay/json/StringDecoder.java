package network.pug.relay.json;

import static network.pug.relay.json.JsonObjectReader.require;

import java.nio.ByteBuffer;

/**
 * Decodes JSON strings (RFC 8259 section 7) where they lie. What an escape means is never longer
 * than the escape, so that it fits into its place.
 */
final class StringDecoder {
  private final ByteBuffer json;

  /** Where the next decoded byte goes; never beyond the position of {@code json}. */
  private int out;

  /** A decoder of strings in {@code json}, whose position it moves. */
  StringDecoder(ByteBuffer json) {
    this.json = json;
  }

  /**
   * Decodes the string whose opening quote was just taken, and takes it with its closing one.
   *
   * @return its content in UTF-8, a view of the buffer
   */
  ByteBuffer decode() throws MalformedJsonException {
    int start = json.position();
    out = start;
    while (true) {
      int b = next();
      if (b == '"') {
        return json.slice(start, out - start);
      }
      if (b == '\\') {
        escape();
      } else if (b < 0x80) {
        require(b >= 0x20);
        put(b);
      } else {
        multibyte(b);
      }
    }
  }

  /** Takes the rest of a character of several bytes (RFC 3629 section 4). */
  private void multibyte(int first) throws MalformedJsonException {
    put(first);
    if (first < 0xe0) {
      require(first >= 0xc2);
      continuation(0x80, 0xbf);
    } else if (first < 0xf0) {
      // Neither longer than need be, nor a surrogate.
      continuation(first == 0xe0 ? 0xa0 : 0x80, first == 0xed ? 0x9f : 0xbf);
      continuation(0x80, 0xbf);
    } else {
      require(first <= 0xf4);
      continuation(first == 0xf0 ? 0x90 : 0x80, first == 0xf4 ? 0x8f : 0xbf);
      continuation(0x80, 0xbf);
      continuation(0x80, 0xbf);
    }
  }

  private void continuation(int from, int to) throws MalformedJsonException {
    int b = next();
    require(b >= from && b <= to);
    put(b);
  }

  private void escape() throws MalformedJsonException {
    int b = next();
    switch (b) {
      case '"', '\\', '/' -> put(b);
      case 'b' -> put('\b');
      case 'f' -> put('\f');
      case 'n' -> put('\n');
      case 'r' -> put('\r');
      case 't' -> put('\t');
      case 'u' -> putCharacter(codePoint());
      default -> throw new MalformedJsonException();
    }
  }

  private int codePoint() throws MalformedJsonException {
    char unit = unit();
    if (!Character.isSurrogate(unit)) {
      return unit;
    }
    require(Character.isHighSurrogate(unit) && next() == '\\' && next() == 'u');
    char low = unit();
    require(Character.isLowSurrogate(low));
    return Character.toCodePoint(unit, low);
  }

  /** The four hex digits of one UTF-16 code unit. */
  private char unit() throws MalformedJsonException {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(next(), 16);
      require(digit >= 0);
      unit = (unit << 4) | digit;
    }
    return (char) unit;
  }

  private void putCharacter(int codePoint) {
    if (codePoint < 0x80) {
      put(codePoint);
    } else if (codePoint < 0x800) {
      put(0xc0 | (codePoint >> 6));
      put(0x80 | (codePoint & 0x3f));
    } else if (codePoint < 0x10000) {
      put(0xe0 | (codePoint >> 12));
      put(0x80 | ((codePoint >> 6) & 0x3f));
      put(0x80 | (codePoint & 0x3f));
    } else {
      put(0xf0 | (codePoint >> 18));
      put(0x80 | ((codePoint >> 12) & 0x3f));
      put(0x80 | ((codePoint >> 6) & 0x3f));
      put(0x80 | (codePoint & 0x3f));
    }
  }

  private int next() throws MalformedJsonException {
    require(json.hasRemaining());
    return json.get() & 0xff;
  }

  private void put(int b) {
    json.put(out++, (byte) b);
  }
}
