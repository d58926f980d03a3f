package network.pug.relay.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** Frames as clients send them, masked (RFC 6455 section 5.2). */
final class ClientFrames {
  private static final byte[] MASK = {(byte) 0xa1, 0x52, (byte) 0x83, 0x34};

  private ClientFrames() {}

  static ByteBuf text(String text) {
    return frame(true, FrameHead.TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  static ByteBuf binary(String text) {
    return frame(true, FrameHead.BINARY, text.getBytes(StandardCharsets.UTF_8));
  }

  static ByteBuf frame(boolean isFinal, int opcode, byte... payload) {
    ByteBuf frame = Unpooled.directBuffer().writeByte((isFinal ? 0x80 : 0) | opcode);
    if (payload.length < 126) {
      frame.writeByte(0x80 | payload.length);
    } else if (payload.length <= 0xffff) {
      frame.writeByte(0x80 | 126).writeShort(payload.length);
    } else {
      frame.writeByte(0x80 | 127).writeLong(payload.length);
    }
    frame.writeBytes(MASK);
    for (int i = 0; i < payload.length; i++) {
      frame.writeByte(payload[i] ^ MASK[i % MASK.length]);
    }
    return frame;
  }
}
