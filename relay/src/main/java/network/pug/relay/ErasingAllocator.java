package network.pug.relay;

import io.netty.buffer.AbstractByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledUnsafeDirectByteBuf;
import io.netty.util.internal.PlatformDependent;

/**
 * Gives the buffers that everything from and to a client lies in. They are off the heap, where no
 * collector makes copies, and are overwritten with zeros when the last reference goes. This is the
 * one place where the relay erases.
 *
 * <p>There is no pool above malloc's: memory that was given back holds nothing, and what is asked
 * for is not handed from one connection to the next with something in it. Safe for any thread.
 */
final class ErasingAllocator extends AbstractByteBufAllocator {

  /** An allocator that gives the same, whatever it is asked for. */
  ErasingAllocator() {
    super(true);
  }

  @Override
  protected ByteBuf newDirectBuffer(int initialCapacity, int maxCapacity) {
    return toLeakAwareBuffer(new ErasingBuffer(this, initialCapacity, maxCapacity));
  }

  /** Refused: nobody who is handed an array here could see to it that it is erased. */
  @Override
  protected ByteBuf newHeapBuffer(int initialCapacity, int maxCapacity) {
    throw new UnsupportedOperationException("what clients send does not go onto the heap");
  }

  @Override
  public boolean isDirectBufferPooled() {
    return false;
  }

  private static final class ErasingBuffer extends UnpooledUnsafeDirectByteBuf {
    /** Where it lies; Netty tells nobody when the last reference has gone. */
    private long address;

    ErasingBuffer(ErasingAllocator alloc, int initialCapacity, int maxCapacity) {
      super(alloc, initialCapacity, maxCapacity);
      address = memoryAddress();
    }

    /** Moves the content by way of a third buffer, for Netty gives back the old one as it is. */
    @Override
    public ByteBuf capacity(int newCapacity) {
      int length = Math.min(capacity(), newCapacity);
      ByteBuf content = alloc().directBuffer(length);
      try {
        content.writeBytes(this, 0, length);
        setZero(0, capacity());
        super.capacity(newCapacity);
        return this;
      } finally {
        address = memoryAddress();
        setBytes(0, content, 0, length); // also where there was no memory to grow into
        content.release();
      }
    }

    @Override
    protected void deallocate() {
      PlatformDependent.setMemory(address, capacity(), (byte) 0);
      super.deallocate();
    }
  }
}
