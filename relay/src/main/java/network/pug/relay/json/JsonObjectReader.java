package network.pug.relay.json;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads one JSON object (RFC 8259) and hands over the string fields of its top level, without a
 * copy: strings are decoded where they lie, in the buffer itself. So what came off the heap never
 * gets onto it, a secret least of all.
 *
 * <p>Refused: whatever is not one object and nothing else, in UTF-8 and without a byte order mark;
 * a name that is twice in one object, at any level; a lone surrogate; more than 64 levels.
 */
public final class JsonObjectReader {
  /** How deep objects and arrays may nest, the outermost included. */
  private static final int MAX_DEPTH = 64;

  /** Takes the string fields of the top level, in the order of the text. */
  @FunctionalInterface
  public interface Fields {
    /**
     * A field whose value is a string.
     *
     * @param name its name in UTF-8; a view that lasts as long as the buffer
     * @param text its value in UTF-8; likewise
     */
    void string(ByteBuffer name, ByteBuffer text) throws MalformedJsonException;
  }

  private final ByteBuffer json;
  private final Fields fields;
  private final StringDecoder strings;

  private JsonObjectReader(ByteBuffer json, Fields fields) {
    this.json = json;
    this.fields = fields;
    this.strings = new StringDecoder(json);
  }

  /**
   * Reads {@code json} to its end, and overwrites strings with escapes in it by what they mean.
   *
   * @throws MalformedJsonException if it is no such object; {@code fields} may have had some by
   *     then
   */
  public static void read(ByteBuffer json, Fields fields) throws MalformedJsonException {
    new JsonObjectReader(json, fields).read();
  }

  /** Whether {@code text} is this ASCII text. */
  public static boolean is(ByteBuffer text, String ascii) {
    if (text.remaining() != ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (text.get(text.position() + i) != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void read() throws MalformedJsonException {
    require(nextToken() == '{');
    object(1);
    skipWhiteSpace();
    require(!json.hasRemaining());
  }

  /** The rest of an object, behind its brace. */
  private void object(int depth) throws MalformedJsonException {
    require(depth <= MAX_DEPTH);
    int token = nextToken();
    if (token == '}') {
      return;
    }
    // No hash set: names of one hash value, sent on purpose, would make it a list.
    Set<ByteBuffer> names = new TreeSet<>();
    while (true) {
      require(token == '"');
      ByteBuffer name = strings.decode();
      require(names.add(name));
      require(nextToken() == ':');
      int value = nextToken();
      if (value == '"' && depth == 1) {
        fields.string(name.duplicate(), strings.decode());
      } else {
        value(value, depth);
      }
      token = nextToken();
      if (token == '}') {
        return;
      }
      require(token == ',');
      token = nextToken();
    }
  }

  /** The rest of an array, behind its bracket. */
  private void array(int depth) throws MalformedJsonException {
    require(depth <= MAX_DEPTH);
    int token = nextToken();
    if (token == ']') {
      return;
    }
    while (true) {
      value(token, depth);
      token = nextToken();
      if (token == ']') {
        return;
      }
      require(token == ',');
      token = nextToken();
    }
  }

  /** The rest of a value, behind its first byte, within something that is so deep. */
  private void value(int first, int depth) throws MalformedJsonException {
    switch (first) {
      case '{' -> object(depth + 1);
      case '[' -> array(depth + 1);
      case '"' -> strings.decode();
      case 't' -> literal("rue");
      case 'f' -> literal("alse");
      case 'n' -> literal("ull");
      default -> number(first);
    }
  }

  private void literal(String rest) throws MalformedJsonException {
    for (int i = 0; i < rest.length(); i++) {
      require(json.hasRemaining() && json.get() == rest.charAt(i));
    }
  }

  /** RFC 8259 section 6. */
  private void number(int first) throws MalformedJsonException {
    int digit = first;
    if (digit == '-') {
      require(json.hasRemaining());
      digit = json.get();
    }
    require(isDigit(digit));
    if (digit != '0') {
      skipDigits();
    }
    if (peek() == '.') {
      json.get();
      require(isDigit(peek()));
      skipDigits();
    }
    if (peek() == 'e' || peek() == 'E') {
      json.get();
      if (peek() == '+' || peek() == '-') {
        json.get();
      }
      require(isDigit(peek()));
      skipDigits();
    }
  }

  private void skipDigits() {
    while (isDigit(peek())) {
      json.get();
    }
  }

  private static boolean isDigit(int b) {
    return b >= '0' && b <= '9';
  }

  /** The next byte, without taking it; -1 at the end, and for what is no ASCII. */
  private int peek() {
    return json.hasRemaining() ? Math.max(-1, json.get(json.position())) : -1;
  }

  /** Takes the next byte that is no white space. */
  private int nextToken() throws MalformedJsonException {
    skipWhiteSpace();
    require(json.hasRemaining());
    return json.get();
  }

  private void skipWhiteSpace() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
      json.get();
    }
  }

  static void require(boolean condition) throws MalformedJsonException {
    if (!condition) {
      throw new MalformedJsonException();
    }
  }
}
