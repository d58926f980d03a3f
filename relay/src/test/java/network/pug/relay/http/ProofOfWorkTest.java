package network.pug.relay.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import network.pug.protocol.ProofOfWork;
import network.pug.relay.Vectors;
import network.pug.relay.Vectors.Vector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProofOfWorkTest {

  static Stream<Vector> vectors() throws IOException {
    return Vectors.in("pow");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void judgesANonceAsTheVectorSays(Vector vector) {
    assertEquals(vector.get("expect"), verdict(vector, vector.body()));
  }

  private static String verdict(Vector vector, String nonce) {
    if (!ProofOfWork.isNonce(bytes(nonce))) {
      return "malformed";
    }
    int difficulty = Integer.parseInt(vector.get("difficulty"));
    return ProofOfWork.solves(bytes(vector.get("token") + ":" + nonce), difficulty)
        ? "ok"
        : "unsolved";
  }

  /** A vector's file was read byte for byte. */
  private static ByteBuffer bytes(String latin1) {
    return ByteBuffer.wrap(latin1.getBytes(StandardCharsets.ISO_8859_1));
  }
}
