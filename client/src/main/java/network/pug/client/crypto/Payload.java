package network.pug.client.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * One payload of version 1: its bytes, sealed and opened (spec/protocol.md, section 7).
 *
 * <pre>
 *  0        1        13                                          n-16   n
 * +--------+--------+-------------------------------------------+------+
 * |  0x01  |   IV   |  counter 4 | length 2 | text | zeros       | tag  |
 * +--------+--------+-------------------------------------------+------+
 *                    encrypted
 * </pre>
 *
 * Stateless and safe for any thread. The counter is the caller's: {@link Sealer} counts up, {@link
 * Opener} watches that others do.
 */
final class Payload {
  static final int IV_BYTES = 12;

  /** The greatest counter, 2^32 - 1. */
  static final long MAX_COUNTER = 0xffff_ffffL;

  private static final int MAX_TEXT_BYTES = 0xffff;
  private static final byte VERSION = 1;
  private static final int TAG_BYTES = 16;
  private static final int OVERHEAD = 1 + IV_BYTES + TAG_BYTES;
  private static final int PLAIN_HEADER = Integer.BYTES + Short.BYTES;
  private static final int SMALLEST_PADDED = 64;
  private static final int LARGEST_DOUBLED = 1024;

  private Payload() {}

  /**
   * Seals a text.
   *
   * @param iv 12 bytes that were never used with this key: a repeated one gives away both texts and
   *     lets anyone forge
   * @param counter 1 to {@link #MAX_COUNTER}
   * @throws IllegalArgumentException if the text holds a lone surrogate or is longer than 65535
   *     bytes in UTF-8
   */
  static byte[] seal(
      RoomKey key, String roomId, String connectionId, byte[] iv, long counter, String text) {
    ByteBuffer utf8 = encode(text);
    int length = utf8.remaining();
    if (length > MAX_TEXT_BYTES) {
      throw new IllegalArgumentException("the text is longer than " + MAX_TEXT_BYTES + " bytes");
    }
    ByteBuffer plaintext =
        ByteBuffer.allocate(paddedSize(PLAIN_HEADER + length))
            .putInt((int) counter)
            .putShort((short) length)
            .put(utf8)
            .rewind();
    ByteBuffer sealed = ByteBuffer.allocate(OVERHEAD + plaintext.capacity()).put(VERSION).put(iv);
    try {
      cipher(Cipher.ENCRYPT_MODE, key, roomId, connectionId, iv).doFinal(plaintext, sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM seals anything of this size", e);
    }
    return sealed.array();
  }

  /**
   * Opens a payload that came from {@code connectionId} in {@code roomId}. The checks stand in the
   * order of the specification; an {@link Opened.Text} still has a gap of 0 here.
   */
  static Opened open(RoomKey key, String roomId, String connectionId, byte[] sealed) {
    if (sealed.length == 0) {
      return OpenFailure.TOO_SHORT;
    }
    if (sealed[0] != VERSION) {
      return OpenFailure.UNKNOWN_VERSION;
    }
    if (sealed.length < OVERHEAD + SMALLEST_PADDED) {
      return OpenFailure.TOO_SHORT;
    }
    ByteBuffer in = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
    byte[] iv = new byte[IV_BYTES];
    in.get(iv);
    ByteBuffer plaintext = ByteBuffer.allocate(sealed.length - OVERHEAD);
    try {
      cipher(Cipher.DECRYPT_MODE, key, roomId, connectionId, iv).doFinal(in, plaintext);
    } catch (AEADBadTagException e) {
      return OpenFailure.NOT_AUTHENTIC;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM opens anything of this size", e);
    }
    return read(plaintext.flip());
  }

  private static Opened read(ByteBuffer plaintext) {
    long counter = Integer.toUnsignedLong(plaintext.getInt());
    int length = Short.toUnsignedInt(plaintext.getShort());
    if (counter == 0) {
      return OpenFailure.BAD_COUNTER;
    }
    if (length > plaintext.remaining()) {
      return OpenFailure.BAD_TEXT_LENGTH;
    }
    ByteBuffer text = plaintext.slice(PLAIN_HEADER, length);
    plaintext.position(PLAIN_HEADER + length);
    if (plaintext.capacity() != paddedSize(PLAIN_HEADER + length) || !allZero(plaintext)) {
      return OpenFailure.BAD_PADDING;
    }
    try {
      return new Opened.Text(UTF_8.newDecoder().decode(text).toString(), counter, 0);
    } catch (CharacterCodingException e) {
      return OpenFailure.BAD_UTF8;
    }
  }

  /** Few sizes, so that the size of a message tells little about its text. */
  private static int paddedSize(int bytes) {
    int size = SMALLEST_PADDED;
    while (size < bytes) {
      size += Math.min(size, LARGEST_DOUBLED);
    }
    return size;
  }

  /** Its time depends on the content, but only on what the key's holder sealed. */
  private static boolean allZero(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      if (bytes.get() != 0) {
        return false;
      }
    }
    return true;
  }

  private static ByteBuffer encode(String text) {
    try {
      return UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("the text holds half a character", e);
    }
  }

  private static Cipher cipher(int mode, RoomKey key, String roomId, String connectionId, byte[] iv)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.secretKey(), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, iv));
    // A relay can move the payload neither to another room nor to another sender.
    cipher.updateAAD(("pug.v1|" + roomId + '|' + connectionId).getBytes(US_ASCII));
    return cipher;
  }
}
