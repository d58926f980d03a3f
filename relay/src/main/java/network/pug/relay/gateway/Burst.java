package network.pug.relay.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;

/**
 * The messages of one room in one turn of its event loop, as frames one behind the other: one
 * buffer for all members, and one write for each. Belongs to its room's event loop.
 */
final class Burst {
  /** More than this is written while the processor has it near, and not copied for more. */
  private static final int FULL_BYTES = 1 << 14;

  private ByteBuf frames = Unpooled.EMPTY_BUFFER;

  /** Whether it is to be written rather than to wait for more. */
  boolean isFull() {
    return frames.readableBytes() >= FULL_BYTES;
  }

  /** Adds a message, whose payload stays the caller's. */
  void add(ByteBufAllocator alloc, long sender, long timestamp, ByteBuf payload) {
    int needed = frames.readableBytes() + Frames.maxMessageBytes(payload);
    if (needed > frames.capacity()) {
      grow(alloc, needed);
    }
    Frames.writeMessage(frames, sender, timestamp, payload);
  }

  /** All the frames, the caller's from here on. */
  ByteBuf take() {
    ByteBuf all = frames;
    frames = Unpooled.EMPTY_BUFFER;
    return all;
  }

  private void grow(ByteBufAllocator alloc, int needed) {
    // Most turns have one message for a room, and that needs no room for another.
    ByteBuf larger = alloc.directBuffer(frames.isReadable() ? 2 * needed : needed);
    larger.writeBytes(frames);
    frames.release();
    frames = larger;
  }
}
