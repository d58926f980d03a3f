package network.pug.relay.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;

/** Any text is read as Jackson reads it, but for what Jackson lets pass and the relay does not. */
public final class JsonFuzz {
  /** What both give for a text that is not one object. */
  public static final String MALFORMED = "malformed";

  private static final int MAX_DEPTH = 64;
  private static final JsonFactory JACKSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private JsonFuzz() {}

  /** One text. */
  public static void fuzzerTestOneInput(byte[] json) {
    String expected = jackson(json);
    assertEquals(expected, relay(ByteBuffer.wrap(json)));
  }

  /** The string fields of the top level, as the relay reads them. */
  public static String relay(ByteBuffer json) {
    List<String> fields = new ArrayList<>();
    try {
      JsonObjectReader.read(json, (name, text) -> fields.add(string(name) + "=" + string(text)));
    } catch (MalformedJsonException e) {
      return MALFORMED;
    }
    return String.join(" ", fields);
  }

  /** The same with Jackson, which lets lone surrogates pass, and more levels. */
  static String jackson(byte[] json) {
    List<String> fields = new ArrayList<>();
    try (JsonParser parser =
        JACKSON.createParser(UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString())) {
      int depth = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (depth == 0 && token != JsonToken.START_OBJECT) {
          return MALFORMED;
        }
        if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
          UTF_8.newEncoder().encode(CharBuffer.wrap(parser.getText()));
        }
        if (token == JsonToken.VALUE_STRING && depth == 1) {
          fields.add(parser.currentName() + "=" + parser.getText());
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (depth > MAX_DEPTH) {
          return MALFORMED;
        }
        if (depth == 0) {
          return parser.nextToken() == null ? String.join(" ", fields) : MALFORMED;
        }
      }
      return MALFORMED;
    } catch (IOException e) {
      return MALFORMED;
    }
  }

  static String string(ByteBuffer text) {
    return UTF_8.decode(text.duplicate()).toString();
  }
}
