package network.pug.e2e.support;

import java.io.ByteArrayOutputStream;
import java.util.stream.IntStream;

/**
 * The first message of a TLS handshake as raw bytes (RFC 8446 section 4.1.2), so that a test can
 * offer what no library would. It shares no key, so a server of TLS 1.3 asks for another one, and
 * says by then what it has chosen.
 *
 * @param version the highest version of TLS, such as 0x0303 for 1.2; the only one above that
 * @param suites the cipher suites, the preferred one first
 * @param groups the groups to agree on a key in, the preferred one first
 * @param signatures the signature algorithms
 * @param compressions the compression methods, of which 0 is none
 */
@SuppressWarnings("ArrayRecordComponent") // written as they are; never compared
public record ClientHello(
    int version, int[] suites, int[] groups, int[] signatures, int[] compressions) {
  private static final int TLS_1_2 = 0x0303;
  private static final int RANDOM_BYTES = 32;

  /** What is signed in by current clients: ECDSA and RSA-PSS with SHA-256 and up, and PKCS #1. */
  private static final int[] SIGNATURES = {0x0403, 0x0503, 0x0804, 0x0805, 0x0401, 0x0501};

  /** One without compression that offers what a current client would, but for these. */
  public ClientHello(int version, int[] suites, int[] groups) {
    this(version, suites, groups, SIGNATURES, new int[] {0});
  }

  /** The same with compression methods. */
  public ClientHello compressing(int... methods) {
    return new ClientHello(version, suites, groups, signatures, methods);
  }

  /** The message in a record of its own. */
  public byte[] bytes() {
    byte[] body =
        concat(
            number(2, Math.min(version, TLS_1_2)),
            new byte[RANDOM_BYTES],
            number(1, 0), // no session to resume
            sized(2, numbers(2, suites)),
            sized(1, numbers(1, compressions)),
            sized(2, extensions()));
    byte[] message = concat(number(1, 1), sized(3, body));
    return concat(number(1, 22), number(2, 0x0301), sized(2, message));
  }

  private byte[] extensions() {
    byte[] always =
        concat(
            extension(10, sized(2, numbers(2, groups))),
            extension(11, sized(1, numbers(1, 0))),
            extension(13, sized(2, numbers(2, signatures))),
            extension(35)); // session tickets are understood
    return version <= TLS_1_2
        ? always
        : concat(always, extension(43, sized(1, numbers(2, version))), extension(51, sized(2)));
  }

  private static byte[] extension(int type, byte[]... content) {
    return concat(number(2, type), sized(2, content));
  }

  private static byte[] sized(int sizeBytes, byte[]... content) {
    byte[] all = concat(content);
    return concat(number(sizeBytes, all.length), all);
  }

  private static byte[] numbers(int size, int... numbers) {
    return concat(IntStream.of(numbers).mapToObj(n -> number(size, n)).toArray(byte[][]::new));
  }

  private static byte[] number(int size, int value) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (value >> (8 * (size - 1 - i)));
    }
    return bytes;
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
