package network.pug.relay.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;
import network.pug.protocol.Wire;

/**
 * Frames from relay to client (RFC 6455 section 5.2: whole messages, no mask), ready for the
 * socket. They are built here rather than by Netty's encoder so that one frame can go to all
 * members.
 */
final class Frames {
  private static final int TEXT = 0x81;
  private static final int BINARY = 0x82;
  private static final int CLOSE = 0x88;
  private static final int PING = 0x89;
  private static final int PONG = 0x8a;
  private static final int MAX_HEADER_BYTES = 10;
  private static final int SHORT_LENGTH = 126;
  private static final int LONG_LENGTH = 127;

  private Frames() {}

  /** How many bytes a {@code chat:message} takes at the most. */
  static int maxMessageBytes(ByteBuf payload) {
    return MAX_HEADER_BYTES + Wire.MESSAGE_HEADER_BYTES + payload.readableBytes();
  }

  /** Writes a {@code chat:message}: our header, then the payload as it came. */
  static void writeMessage(ByteBuf target, long sender, long timestamp, ByteBuf payload) {
    begin(target, BINARY, Wire.MESSAGE_HEADER_BYTES + payload.readableBytes())
        .writeByte(Wire.CHAT_MESSAGE)
        .writeLong(sender)
        .writeLong(timestamp)
        .writeBytes(payload, payload.readerIndex(), payload.readableBytes());
  }

  /**
   * A text frame of ASCII.
   *
   * @param gap what stands between the two texts; stays the caller's
   */
  static ByteBuf text(ByteBufAllocator alloc, String before, ByteBuf gap, String behind) {
    int length = before.length() + gap.readableBytes() + behind.length();
    ByteBuf frame = begin(alloc, TEXT, length);
    ByteBufUtil.writeAscii(frame, before);
    frame.writeBytes(gap, gap.readerIndex(), gap.readableBytes());
    ByteBufUtil.writeAscii(frame, behind);
    return frame;
  }

  /** A close frame with a code and an ASCII reason of at most 123 characters. */
  static ByteBuf close(ByteBufAllocator alloc, int code, String reason) {
    ByteBuf frame = begin(alloc, CLOSE, Short.BYTES + reason.length()).writeShort(code);
    frame.writeCharSequence(reason, StandardCharsets.US_ASCII);
    return frame;
  }

  /** A close frame that says nothing, the answer to one that said nothing. */
  static ByteBuf close(ByteBufAllocator alloc) {
    return begin(alloc, CLOSE, 0);
  }

  static ByteBuf ping(ByteBufAllocator alloc) {
    return begin(alloc, PING, 0);
  }

  /** The answer to a ping, with its data. */
  static ByteBuf pong(ByteBufAllocator alloc, ByteBuf data) {
    return begin(alloc, PONG, data.readableBytes())
        .writeBytes(data, data.readerIndex(), data.readableBytes());
  }

  private static ByteBuf begin(ByteBufAllocator alloc, int opcode, int length) {
    return begin(alloc.directBuffer(MAX_HEADER_BYTES + length), opcode, length);
  }

  private static ByteBuf begin(ByteBuf frame, int opcode, int length) {
    frame.writeByte(opcode);
    if (length < SHORT_LENGTH) {
      return frame.writeByte(length);
    }
    return length <= 0xffff
        ? frame.writeByte(SHORT_LENGTH).writeShort(length)
        : frame.writeByte(LONG_LENGTH).writeLong(length);
  }
}
