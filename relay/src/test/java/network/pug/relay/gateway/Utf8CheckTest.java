package network.pug.relay.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8CheckTest {
  private final Utf8Check check = new Utf8Check();

  private boolean accepts(byte... bytes) {
    return check.accepts(Unpooled.wrappedBuffer(bytes));
  }

  /** Whether it is what its characters make, for the JDK puts another one in place of an error. */
  private static boolean isUtf8(byte[] bytes) {
    return Arrays.equals(bytes, new String(bytes, UTF_8).getBytes(UTF_8));
  }

  @Test
  void everyCharacterIsAccepted() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        assertTrue(accepts(Character.toString(c).getBytes(UTF_8)));
        assertTrue(check.isComplete());
      }
    }
  }

  /** All pairs of bytes, with what may decide of the third and the fourth. */
  @Test
  void itAgreesWithTheDecoderOfTheJdk() {
    byte[] edges = HexFormat.of().parseHex("41 7f 80 8f 90 9f a0 bf c0 ff".replace(" ", ""));
    byte[] bytes = new byte[4];
    ByteBuf buffer = Unpooled.wrappedBuffer(bytes);
    for (int i = 0; i <= 0xffff; i++) {
      bytes[0] = (byte) (i >> 8);
      bytes[1] = (byte) i;
      for (byte third : edges) {
        bytes[2] = third;
        for (byte fourth : edges) {
          bytes[3] = fourth;
          check.restart();
          assertEquals(isUtf8(bytes), check.accepts(buffer) && check.isComplete());
        }
      }
    }
  }

  @Test
  void itAgreesInWhateverPartsATextComes() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[24];
      for (int j = 0; j < bytes.length; j++) {
        bytes[j] = (byte) (random.nextInt(20) == 0 ? random.nextInt(256) : 'x');
      }
      int cut = random.nextInt(bytes.length);
      check.restart();
      boolean fits =
          check.accepts(Unpooled.wrappedBuffer(bytes, 0, cut))
              && check.accepts(Unpooled.wrappedBuffer(bytes, cut, bytes.length - cut));
      assertEquals(isUtf8(bytes), fits && check.isComplete());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"80", "c0", "e080", "ed a0", "f08f", "f490", "f5", "ceba ff", "e282 41"})
  void theFirstWrongByteIsRefused(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    for (int i = 0; i < bytes.length - 1; i++) {
      assertTrue(accepts(bytes[i]));
    }
    assertFalse(accepts(bytes[bytes.length - 1]));
  }

  @Test
  void aTextThatEndsWithinACharacterIsNotComplete() {
    assertTrue(accepts((byte) 0xe2, (byte) 0x82));
    assertFalse(check.isComplete());
  }
}
