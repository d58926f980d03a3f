package network.pug.relay;

import io.netty.buffer.AbstractByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.ArrayList;
import java.util.List;

/**
 * The relay's allocator, which also says how many of its buffers are in use: exactly and at once,
 * where a leak detector has to wait for the collector. Safe for any thread.
 */
public final class TrackingAllocator extends AbstractByteBufAllocator {
  private final ByteBufAllocator erasing = new ErasingAllocator();
  private final List<ByteBuf> given = new ArrayList<>();
  private int tidyAt = 1024;

  /** An allocator that has given nothing yet. */
  public TrackingAllocator() {
    super(true);
  }

  /** How many buffers were given and are not released. */
  public synchronized int live() {
    given.removeIf(buffer -> buffer.refCnt() == 0);
    return given.size();
  }

  @Override
  protected synchronized ByteBuf newDirectBuffer(int initialCapacity, int maxCapacity) {
    ByteBuf buffer = erasing.directBuffer(initialCapacity, maxCapacity);
    given.add(buffer);
    if (given.size() >= tidyAt) {
      tidyAt = 2 * live() + 1024;
    }
    return buffer;
  }

  @Override
  protected ByteBuf newHeapBuffer(int initialCapacity, int maxCapacity) {
    return erasing.heapBuffer(initialCapacity, maxCapacity);
  }

  @Override
  public boolean isDirectBufferPooled() {
    return erasing.isDirectBufferPooled();
  }
}
