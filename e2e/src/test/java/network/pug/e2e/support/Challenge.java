package network.pug.e2e.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.LongStream;

/** A proof-of-work challenge. */
public record Challenge(String token, int difficulty, long expiresAt) {

  /** Asks for one. */
  public static Challenge ask(Relay relay) throws IOException {
    JsonObject json = RawHttp.get(relay, "/api/pow-challenge").expect(200).json();
    return new Challenge(
        Watchlist.add(json.get("token").getAsString()),
        json.get("difficulty").getAsInt(),
        json.get("expiresAt").getAsLong());
  }

  /** The smallest nonce that solves it. */
  public String solve() {
    return firstNonce(true);
  }

  /** The smallest nonce that does not; the difficulty must not be 0. */
  public String fail() {
    return firstNonce(false);
  }

  /** Redeems it with a nonce. */
  public Answer redeem(Relay relay, String nonce) throws IOException {
    JsonObject body = new JsonObject();
    body.addProperty("token", token);
    body.addProperty("nonce", nonce);
    // Characters stand for bytes there.
    String utf8 = new String(body.toString().getBytes(UTF_8), ISO_8859_1);
    return redeem(relay, "application/json", utf8);
  }

  /** Sends a body to {@code pow-redeem}. */
  public static Answer redeem(Relay relay, String contentType, String body) throws IOException {
    return RawHttp.request(relay, "POST", "/api/pow-redeem", body, "Content-Type: " + contentType);
  }

  private String firstNonce(boolean solving) {
    return LongStream.iterate(0, nonce -> nonce + 1)
        .mapToObj(Long::toString)
        .filter(nonce -> leadingZeroBits(nonce) >= difficulty == solving)
        .findFirst()
        .orElseThrow();
  }

  private int leadingZeroBits(String nonce) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest((token + ":" + nonce).getBytes(US_ASCII));
      return 256 - new BigInteger(1, digest).bitLength();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
