package network.pug.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That nothing stays behind in memory, only a look at the memory can show: see the e2e tests. */
class ErasingAllocatorTest {
  private final ErasingAllocator allocator = new ErasingAllocator();

  @Test
  void everyBufferIsOffTheHeap() {
    for (ByteBuf buffer :
        List.of(
            allocator.buffer(),
            allocator.buffer(1),
            allocator.ioBuffer(1),
            allocator.directBuffer(1))) {
      assertTrue(buffer.isDirect());
      buffer.release();
    }
  }

  @Test
  void aBufferOnTheHeapIsRefused() {
    assertThrows(UnsupportedOperationException.class, () -> allocator.heapBuffer(1));
  }

  @Test
  void aBufferKeepsItsContentAsItGrowsAndShrinks() {
    ByteBuf buffer = allocator.buffer(4);
    for (int i = 0; i < 1000; i++) {
      buffer.writeInt(i);
    }
    assertTrue(buffer.capacity() >= 4000);
    buffer.capacity(40);
    assertEquals(40, buffer.writerIndex());
    for (int i = 0; i < 10; i++) {
      assertEquals(i, buffer.readInt());
    }
    buffer.release();
  }
}
