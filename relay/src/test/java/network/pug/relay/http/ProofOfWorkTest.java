package network.pug.relay.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
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
    String nonce =
        new String(vector.body().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    assertEquals(vector.get("expect"), verdict(vector, nonce));
  }

  private static String verdict(Vector vector, String nonce) {
    if (!ProofOfWork.isNonce(nonce)) {
      return "malformed";
    }
    int difficulty = Integer.parseInt(vector.get("difficulty"));
    return ProofOfWork.solves(vector.get("token"), nonce, difficulty) ? "ok" : "unsolved";
  }
}
