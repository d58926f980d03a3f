package network.pug.relay.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.concurrent.TimeUnit;
import network.pug.relay.BenchAllocator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reads a {@code room:join}, down to the digests of its id and secret. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CommandDecoderBenchmark {
  private static final byte[] JOIN =
      """
      {"type":"room:join","roomId":"AAECAwQFBgcICQoLDA0ODw","roomSecret":"EBESExQVFhcYGRobHB0eHw"}\
      """
          .getBytes(US_ASCII);

  private final ByteBufAllocator alloc = BenchAllocator.make();
  private final ByteBuf text = alloc.directBuffer(JOIN.length);

  /** One command, which is copied first, for reading spoils it. */
  @Benchmark
  public boolean join() {
    text.clear().writeBytes(JOIN);
    return ((Command.Join) CommandDecoder.decode(alloc, text)).roomIdText().release();
  }
}
