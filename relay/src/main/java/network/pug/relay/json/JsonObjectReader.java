package network.pug.relay.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.async.ByteBufferFeeder;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object (RFC 8259) and hands over the string fields of its top level, as characters
 * that are wiped when the reader moves on, so that a secret among them never becomes a String.
 *
 * <p>Refused: whatever is not one object and nothing else, a duplicate key at any depth, a lone
 * surrogate. Jackson's non-blocking parser is used because it alone takes UTF-8 and no other
 * encoding, and reads off-heap buffers as they are.
 */
public final class JsonObjectReader {
  private static final byte UTF8_MARK = (byte) 0xef;

  /** How deep objects and arrays may nest, the outermost included. */
  private static final int MAX_DEPTH = 64;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  // The size of a message is bound already; numbers and names are passed over.
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
          .build();

  /** Takes the fields of the top level, in the order of the text. */
  public interface Fields {
    /**
     * A field whose value is a string.
     *
     * @param text the value; valid during the call only
     */
    void string(String name, CharSpan text);

    /** A field whose value is anything else. */
    void other(String name);
  }

  /** Some characters of an array. */
  @SuppressWarnings("ArrayRecordComponent") // a view, passed down and never kept
  public record CharSpan(char[] chars, int offset, int length) {
    /** The characters as a String; not for secrets. */
    public String asString() {
      return new String(chars, offset, length);
    }

    @Override
    public String toString() {
      return "CharSpan";
    }
  }

  private JsonObjectReader() {}

  /**
   * Reads {@code json} to its end.
   *
   * @throws MalformedJsonException if it is no such object; {@code fields} may have had some by
   *     then
   */
  public static void read(ByteBuffer json, Fields fields) throws MalformedJsonException {
    try (JsonParser parser = JSON.createNonBlockingByteBufferParser()) {
      ByteBufferFeeder feeder = (ByteBufferFeeder) parser.getNonBlockingInputFeeder();
      // Jackson would pass over a byte order mark.
      require(json.hasRemaining() && json.get(json.position()) != UTF8_MARK);
      feeder.feedInput(json);
      feeder.endOfInput();
      require(parser.nextToken() == JsonToken.START_OBJECT);
      int depth = 1;
      @Nullable String name = null;
      while (depth > 0) {
        JsonToken token = parser.nextToken();
        require(token != null && token != JsonToken.NOT_AVAILABLE);
        if (token == JsonToken.FIELD_NAME) {
          // As a String: Jackson's characters of a name end at 200.
          char[] chars = parser.currentName().toCharArray();
          require(isWellFormed(new CharSpan(chars, 0, chars.length)));
          name = depth == 1 ? parser.currentName() : null;
          continue;
        }
        if (name != null) {
          if (token == JsonToken.VALUE_STRING) {
            hand(fields, name, text(parser));
          } else {
            fields.other(name);
          }
          name = null;
        } else if (token == JsonToken.VALUE_STRING) {
          require(isWellFormed(text(parser)));
        }
        if (token.isStructStart()) {
          depth++;
        } else if (token.isStructEnd()) {
          depth--;
        }
      }
      JsonToken behind = parser.nextToken();
      // White space behind the object: the parser would rather have more, and then sees the end.
      require((behind == JsonToken.NOT_AVAILABLE ? parser.nextToken() : behind) == null);
    } catch (IOException e) {
      throw new MalformedJsonException();
    }
  }

  private static void hand(Fields fields, String name, CharSpan text)
      throws MalformedJsonException {
    try {
      require(isWellFormed(text));
      fields.string(name, text);
    } finally {
      Arrays.fill(text.chars, text.offset, text.offset + text.length, '\0');
    }
  }

  private static CharSpan text(JsonParser parser) throws IOException {
    return new CharSpan(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
  }

  /** Whether every surrogate has its other half. */
  private static boolean isWellFormed(CharSpan text) {
    int end = text.offset + text.length;
    for (int i = text.offset; i < end; i++) {
      char c = text.chars[i];
      if (Character.isHighSurrogate(c)
          && i + 1 < end
          && Character.isLowSurrogate(text.chars[i + 1])) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  private static void require(boolean condition) throws MalformedJsonException {
    if (!condition) {
      throw new MalformedJsonException();
    }
  }
}
