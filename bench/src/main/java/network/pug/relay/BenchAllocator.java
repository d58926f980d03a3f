package network.pug.relay;

import io.netty.buffer.ByteBufAllocator;

/** Hands benchmarks of other packages what they allocate from in a relay. */
public final class BenchAllocator {
  private BenchAllocator() {}

  /** A new one. */
  public static ByteBufAllocator make() {
    return new ErasingAllocator();
  }
}
