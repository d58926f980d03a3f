package network.pug.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Sha256Test {

  /** The examples of FIPS 180-2, appendix B, and the empty message. */
  @ParameterizedTest
  @CsvSource({
    "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq,"
        + " 248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  })
  void hashesAsTheStandardSays(String text, String hash) {
    assertEquals(hash, hash(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII))));
  }

  @Test
  void agreesWithTheJdkAtEveryLength() throws NoSuchAlgorithmException {
    Random random = new Random(1);
    for (int length = 0; length < 300; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      ByteBuffer direct = ByteBuffer.allocateDirect(length + 3);
      direct.put(3, bytes).position(3);
      String expected =
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      assertEquals(expected, hash(direct), "of " + length + " bytes");
      assertEquals(0, direct.remaining());
    }
  }

  @Test
  void theOrderOfTheCallersBufferIsOfNoMatter() {
    ByteBuffer bytes = ByteBuffer.allocate(64);
    String expected = hash(bytes.duplicate().put(0, (byte) 1));
    assertEquals(expected, hash(bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN)));
  }

  @Test
  void theHashMayTakeThePlaceOfWhatWasHashed() {
    ByteBuffer bytes = ByteBuffer.allocateDirect(100);
    String expected = hash(bytes.duplicate());
    Sha256.hash(bytes.duplicate(), bytes);
    assertEquals(Sha256.HASH_BYTES, bytes.position());
    byte[] hash = new byte[Sha256.HASH_BYTES];
    bytes.get(0, hash);
    assertEquals(expected, HexFormat.of().formatHex(hash));
  }

  private static String hash(ByteBuffer bytes) {
    byte[] hash = new byte[Sha256.HASH_BYTES];
    Sha256.hash(bytes, ByteBuffer.wrap(hash));
    return HexFormat.of().formatHex(hash);
  }
}
