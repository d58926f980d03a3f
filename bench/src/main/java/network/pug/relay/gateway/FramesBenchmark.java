package network.pug.relay.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.concurrent.TimeUnit;
import network.pug.relay.BenchAllocator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Builds the frame of a message in a buffer of its own, which is overwritten when it is let go of.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FramesBenchmark {
  private final ByteBufAllocator alloc = BenchAllocator.make();
  private ByteBuf payload = alloc.directBuffer();

  /** Of the payload. */
  @Param({"256", "61440"})
  public int bytes;

  /** Makes the payload. */
  @Setup
  public void setUp() {
    payload = alloc.directBuffer(bytes).writeZero(bytes);
  }

  /** One frame. */
  @Benchmark
  public boolean writeMessage() {
    ByteBuf frame = alloc.directBuffer(Frames.maxMessageBytes(payload));
    Frames.writeMessage(frame, 0x0123_4567_89ab_cdefL, 1_700_000_000_000L, payload);
    return frame.release();
  }
}
