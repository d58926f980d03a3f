package network.pug.relay.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import network.pug.relay.json.JsonObjectReader;
import network.pug.relay.json.JsonObjectReader.CharSpan;
import network.pug.relay.json.MalformedJsonException;
import network.pug.relay.room.Digest;
import org.jspecify.annotations.Nullable;

/** Reads a command; of a room id and a secret it keeps digests only. Used once. */
final class CommandDecoder implements JsonObjectReader.Fields {
  /** 16 bytes in base64url. */
  private static final int ROOM_ID_CHARACTERS = 22;

  /** A char becomes three bytes at the most. */
  private static final int MAX_UTF8_BYTES = 3;

  private @Nullable String type;
  private @Nullable Digest roomId;
  private @Nullable Digest roomSecret;

  private final ByteBufAllocator alloc;
  private ByteBuf roomIdText = Unpooled.EMPTY_BUFFER;

  private CommandDecoder(ByteBufAllocator alloc) {
    this.alloc = alloc;
  }

  /** The command in {@code text}, which is UTF-8 and stays the caller's. */
  static Command decode(ByteBufAllocator alloc, ByteBuf text) {
    CommandDecoder decoder = new CommandDecoder(alloc);
    Command command;
    try {
      JsonObjectReader.read(text.nioBuffer(), decoder);
      command = decoder.command();
    } catch (MalformedJsonException e) {
      command = new Command.Malformed();
    }
    if (!(command instanceof Command.Join)) {
      decoder.roomIdText.release();
    }
    return command;
  }

  private Command command() {
    if (type == null) {
      return new Command.Malformed();
    }
    return switch (type) {
      case "room:join" ->
          roomId == null || roomSecret == null
              ? new Command.Malformed()
              : new Command.Join(roomId, roomSecret, roomIdText);
      case "room:purge" -> new Command.Purge();
      default -> new Command.Malformed();
    };
  }

  @Override
  public void string(String name, CharSpan text) {
    switch (name) {
      case "type" -> type = text.asString();
      case "roomId" -> {
        roomId = digest(text);
        roomIdText = copy(text);
      }
      case "roomSecret" -> roomSecret = digest(text);
      default -> {}
    }
  }

  @Override
  public void other(String name) {
    // A field of the wrong kind is as good as missing; an unknown one is ignored.
  }

  private ByteBuf copy(CharSpan text) {
    if (text.length() != ROOM_ID_CHARACTERS) {
      return Unpooled.EMPTY_BUFFER;
    }
    ByteBuf ascii = alloc.directBuffer(ROOM_ID_CHARACTERS);
    for (int i = 0; i < text.length(); i++) {
      ascii.writeByte(text.chars()[text.offset() + i]);
    }
    return ascii;
  }

  private static Digest digest(CharSpan text) {
    byte[] utf8 = new byte[text.length() * MAX_UTF8_BYTES];
    ByteBuffer out = ByteBuffer.wrap(utf8);
    try {
      CharBuffer in = CharBuffer.wrap(text.chars(), text.offset(), text.length());
      StandardCharsets.UTF_8.newEncoder().encode(in, out, true);
      return Digest.of(out.flip());
    } finally {
      Arrays.fill(utf8, (byte) 0);
    }
  }
}
