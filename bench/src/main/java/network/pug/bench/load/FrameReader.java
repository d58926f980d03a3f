package network.pug.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;

/**
 * Cuts what a relay sends into frames (RFC 6455 section 5.2), without a mask and whole messages
 * only, as every relay here sends them. For one thread. What has come of an unfinished frame is
 * kept; {@link #release} lets go of it.
 */
final class FrameReader {
  static final int TEXT = 0x81;
  static final int BINARY = 0x82;
  static final int CLOSE = 0x88;
  static final int PING = 0x89;

  private static final int SHORT_LENGTH = 126;
  private static final int LONG_LENGTH = 127;

  /** Is told of frames. */
  interface Frames {
    /**
     * A frame came.
     *
     * @param first its first byte
     * @param at where its payload begins in {@code in}, which stays the caller's
     */
    void frame(int first, ByteBuf in, int at, int length);
  }

  private final Frames frames;
  private ByteBuf rest = Unpooled.EMPTY_BUFFER;

  FrameReader(Frames frames) {
    this.frames = frames;
  }

  /** Reads what came, which stays the caller's. */
  void read(ByteBufAllocator alloc, ByteBuf came) {
    if (!rest.isReadable()) {
      cut(came);
      keep(alloc, came);
      return;
    }
    rest.writeBytes(came);
    cut(rest);
    if (!rest.isReadable()) {
      release();
    } else {
      rest.discardSomeReadBytes();
    }
  }

  void release() {
    rest.release();
    rest = Unpooled.EMPTY_BUFFER;
  }

  private void keep(ByteBufAllocator alloc, ByteBuf came) {
    if (came.isReadable()) {
      rest = alloc.directBuffer(2 * came.readableBytes()).writeBytes(came);
    }
  }

  private void cut(ByteBuf in) {
    while (in.readableBytes() >= 2) {
      int at = in.readerIndex();
      int head = 2;
      long length = in.getByte(at + 1);
      if (length == SHORT_LENGTH) {
        head = 4;
        length = in.readableBytes() < head ? Long.MAX_VALUE - head : in.getUnsignedShort(at + 2);
      } else if (length == LONG_LENGTH) {
        head = 10;
        length = in.readableBytes() < head ? Long.MAX_VALUE - head : in.getLong(at + 2);
      }
      if (in.readableBytes() < head + length) {
        return;
      }
      in.skipBytes(head + (int) length);
      frames.frame(in.getByte(at) & 0xff, in, at + head, (int) length);
    }
  }
}
