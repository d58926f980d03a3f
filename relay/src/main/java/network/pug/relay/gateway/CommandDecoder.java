package network.pug.relay.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import network.pug.relay.json.JsonObjectReader;
import network.pug.relay.json.MalformedJsonException;
import network.pug.relay.room.Digest;
import org.jspecify.annotations.Nullable;

/** Reads a command; of a room id and a secret it keeps digests only. Used once. */
final class CommandDecoder implements JsonObjectReader.Fields {
  /** 16 bytes in base64url. */
  private static final int ROOM_ID_BYTES = 22;

  private enum Type {
    JOIN,
    PURGE,
    UNKNOWN
  }

  private final ByteBufAllocator alloc;
  private Type type = Type.UNKNOWN;
  private @Nullable Digest roomId;
  private @Nullable Digest roomSecret;
  private ByteBuf roomIdText = Unpooled.EMPTY_BUFFER;

  private CommandDecoder(ByteBufAllocator alloc) {
    this.alloc = alloc;
  }

  /** The command in {@code text}, which is UTF-8, stays the caller's, and is of no use later. */
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
    return switch (type) {
      case JOIN ->
          roomId == null || roomSecret == null
              ? new Command.Malformed()
              : new Command.Join(roomId, roomSecret, roomIdText);
      case PURGE -> new Command.Purge();
      case UNKNOWN -> new Command.Malformed();
    };
  }

  @Override
  public void string(ByteBuffer name, ByteBuffer text) {
    if (JsonObjectReader.is(name, "type")) {
      type = type(text);
    } else if (JsonObjectReader.is(name, "roomId")) {
      if (text.remaining() == ROOM_ID_BYTES) {
        roomIdText = alloc.directBuffer(ROOM_ID_BYTES).writeBytes(text.duplicate());
      }
      roomId = Digest.of(text);
    } else if (JsonObjectReader.is(name, "roomSecret")) {
      roomSecret = Digest.of(text);
    }
  }

  private static Type type(ByteBuffer text) {
    if (JsonObjectReader.is(text, "room:join")) {
      return Type.JOIN;
    }
    return JsonObjectReader.is(text, "room:purge") ? Type.PURGE : Type.UNKNOWN;
  }
}
