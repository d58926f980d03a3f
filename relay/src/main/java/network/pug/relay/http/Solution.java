package network.pug.relay.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.ByteBuffer;
import network.pug.protocol.ProofOfWork;
import network.pug.relay.json.JsonObjectReader;
import network.pug.relay.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/**
 * What a client offers for a session token.
 *
 * @param token the challenge; a view of the request's body, as the nonce is
 */
record Solution(ByteBuffer token, ByteBuffer nonce) {

  /** Collects the two fields among all others. */
  private static final class Reader implements JsonObjectReader.Fields {
    private @Nullable ByteBuffer token;
    private @Nullable ByteBuffer nonce;

    @Override
    public void string(ByteBuffer name, ByteBuffer text) {
      if (JsonObjectReader.is(name, "token")) {
        token = text;
      } else if (JsonObjectReader.is(name, "nonce")) {
        nonce = text;
      }
    }
  }

  /** Reads a request's body, which is of no other use then. */
  static Solution read(ByteBuffer body) throws ProblemException {
    Reader reader = new Reader();
    try {
      JsonObjectReader.read(body, reader);
    } catch (MalformedJsonException e) {
      throw new ProblemException(HttpResponseStatus.BAD_REQUEST, "The body is not a JSON object.");
    }
    ByteBuffer token = reader.token;
    ByteBuffer nonce = reader.nonce;
    if (token == null || nonce == null || !ProofOfWork.isNonce(nonce)) {
      throw new ProblemException(
          HttpResponseStatus.BAD_REQUEST,
          "Send an object with the strings 'token' and 'nonce'; a nonce is 1 to 20 digits.");
    }
    return new Solution(token, nonce);
  }

  @Override
  public String toString() {
    return "Solution";
  }
}
