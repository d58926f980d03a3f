package network.pug.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {
  private static final List<Integer> LENGTHS = List.of(0, 125, 126, 65_535, 65_536);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 64, 65_536, 1_000_000})
  void framesOfEveryLengthAreReadInPiecesOfAnySize(int piece) {
    ByteBuf all = Unpooled.buffer();
    for (int length : LENGTHS) {
      all.writeByte(FrameReader.BINARY);
      if (length < 126) {
        all.writeByte(length);
      } else if (length < 65_536) {
        all.writeByte(126).writeShort(length);
      } else {
        all.writeByte(127).writeLong(length);
      }
      all.writeZero(length);
    }
    ByteBufAllocator alloc = new UnpooledByteBufAllocator(true, true); // tracing is too slow
    List<Integer> lengths = new ArrayList<>();
    FrameReader reader =
        new FrameReader(
            (first, in, at, length) -> {
              assertEquals(FrameReader.BINARY, first);
              lengths.add(length);
            });
    while (all.isReadable()) {
      ByteBuf came = all.readSlice(Math.min(piece, all.readableBytes()));
      reader.read(alloc, came);
    }
    reader.release();
    assertEquals(LENGTHS, lengths);
  }
}
