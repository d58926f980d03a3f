package network.pug.client.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Any bytes are opened or refused. What opens is, sealed again, the same bytes: nobody can say one
 * thing in two ways. Where the first byte is odd, the rest is sealed before it is opened, for no
 * fuzzer would find what is authentic.
 */
public final class PayloadFuzz {
  private static final RoomKey KEY = RoomKey.generate(new Random(1));
  private static final String ROOM_ID = "AAAAAAAAAAAAAAAAAAAAAA";
  private static final String SENDER = "0123456789abcdef";
  private static final byte[] IV = new byte[Payload.IV_BYTES];

  private PayloadFuzz() {}

  /** One payload. */
  public static void fuzzerTestOneInput(byte[] input) throws GeneralSecurityException {
    if (input.length == 0) {
      return;
    }
    byte[] rest = Arrays.copyOfRange(input, 1, input.length);
    boolean seal = input[0] % 2 != 0;
    byte[] sealed = seal ? sealed(rest) : rest;
    switch (Payload.open(KEY, ROOM_ID, SENDER, sealed)) {
      case Opened.Text text ->
          assertArrayEquals(
              sealed,
              Payload.seal(
                  KEY,
                  ROOM_ID,
                  SENDER,
                  Arrays.copyOfRange(sealed, 1, 1 + Payload.IV_BYTES),
                  text.counter(),
                  text.text()));
      case OpenFailure failure when seal ->
          assertNotEquals(OpenFailure.NOT_AUTHENTIC, failure, "what we sealed");
      case OpenFailure failure -> assertEquals(failure, OpenFailure.valueOf(failure.name()));
    }
  }

  private static byte[] sealed(byte[] plaintext) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, KEY.secretKey(), new GCMParameterSpec(128, IV));
    cipher.updateAAD(("pug.v1|" + ROOM_ID + '|' + SENDER).getBytes(US_ASCII));
    byte[] ciphertext = cipher.doFinal(plaintext);
    return ByteBuffer.allocate(1 + IV.length + ciphertext.length)
        .put((byte) 1)
        .put(IV)
        .put(ciphertext)
        .array();
  }
}
