package network.pug.e2e.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.ByteBuffer;

/** A WebSocket frame (RFC 6455 section 5.2) from the relay. */
public record Frame(boolean last, int opcode, ByteBuffer payload) {
  public static final int CONTINUATION = 0;
  public static final int TEXT = 1;
  public static final int BINARY = 2;
  public static final int CLOSE = 8;
  public static final int PING = 9;
  public static final int PONG = 10;

  /** The payload as text. */
  public String text() {
    return UTF_8.decode(payload.duplicate()).toString();
  }

  /** The JSON object of a text frame with this {@code type}. */
  public JsonObject json(String type) {
    assertEquals(TEXT, opcode, this::toString);
    JsonObject json = JsonParser.parseString(text()).getAsJsonObject();
    assertEquals(type, json.get("type").getAsString(), json::toString);
    return json;
  }

  /** This frame, having checked that it is the error with this code. */
  public Frame expectError(String code) {
    JsonObject error = json("error");
    assertEquals(code, error.get("code").getAsString());
    assertTrue(error.get("message").getAsString().endsWith("."), error::toString);
    return this;
  }

  /** This frame, having checked that it is a close frame with this code. */
  public Frame expectClose(int code) {
    assertEquals(CLOSE, opcode, this::toString);
    assertEquals(code, Short.toUnsignedInt(payload.getShort(0)), this::toString);
    return this;
  }

  /** The reason of a close frame. */
  public String reason() {
    return UTF_8.decode(payload.duplicate().position(Short.BYTES)).toString();
  }

  /** The chat message of a binary frame. */
  public Chat chat() {
    assertEquals(BINARY, opcode, this::toString);
    assertEquals(1, payload.get(0));
    byte[] content = new byte[payload.remaining() - 17];
    payload.get(17, content);
    return new Chat(
        "%016x".formatted(payload.getLong(1)), payload.getLong(9), ByteBuffer.wrap(content));
  }

  @Override
  public String toString() {
    return "frame " + opcode + ": " + text();
  }

  /**
   * A {@code chat:message}.
   *
   * @param sender the connection id
   * @param timestamp milliseconds since the Unix epoch
   */
  public record Chat(String sender, long timestamp, ByteBuffer payload) {
    /** The payload as text. */
    public String text() {
      return UTF_8.decode(payload.duplicate()).toString();
    }
  }
}
