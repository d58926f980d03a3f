package network.pug.relay.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import network.pug.relay.TrackingAllocator;
import network.pug.relay.json.JsonFuzz;
import network.pug.relay.json.JsonObjectReader;
import network.pug.relay.json.MalformedJsonException;
import network.pug.relay.room.Digest;

/**
 * Any text is a command or malformed, according to its fields, whose reading {@link JsonFuzz} holds
 * to that of Jackson.
 */
public final class CommandFuzz {
  private static final TrackingAllocator ALLOC = new TrackingAllocator();

  private CommandFuzz() {}

  /** One text frame. */
  public static void fuzzerTestOneInput(byte[] json) {
    ByteBuf text = ALLOC.directBuffer(json.length).writeBytes(json);
    try {
      assertEquals(expected(json.clone()), describe(CommandDecoder.decode(ALLOC, text)));
    } finally {
      text.release();
    }
    assertEquals(0, ALLOC.live(), "buffers");
  }

  private static String describe(Command command) {
    return switch (command) {
      case Command.Join(Digest roomId, Digest roomSecret, ByteBuf idText) -> {
        String join = join(roomId, roomSecret, idText.toString(UTF_8));
        idText.release();
        yield join;
      }
      case Command.Purge purge -> "purge";
      case Command.Malformed malformed -> JsonFuzz.MALFORMED;
    };
  }

  private static String expected(byte[] json) {
    Map<String, byte[]> fields = new HashMap<>();
    try {
      JsonObjectReader.read(
          ByteBuffer.wrap(json), (name, text) -> fields.put(string(name), bytes(text)));
    } catch (MalformedJsonException e) {
      return JsonFuzz.MALFORMED;
    }
    byte[] id = fields.get("roomId");
    byte[] secret = fields.get("roomSecret");
    String type = new String(fields.getOrDefault("type", new byte[0]), UTF_8);
    if (type.equals("room:join") && id != null && secret != null) {
      return join(
          Digest.of(ByteBuffer.wrap(id)),
          Digest.of(ByteBuffer.wrap(secret)),
          id.length == 22 ? new String(id, UTF_8) : "");
    }
    return type.equals("room:purge") ? "purge" : JsonFuzz.MALFORMED;
  }

  private static String join(Digest id, Digest secret, String idText) {
    return "join " + id.hashCode() + ' ' + secret.hashCode() + ' ' + idText;
  }

  private static String string(ByteBuffer text) {
    return new String(bytes(text), UTF_8);
  }

  private static byte[] bytes(ByteBuffer text) {
    byte[] bytes = new byte[text.remaining()];
    text.duplicate().get(bytes);
    return bytes;
  }
}
