package network.pug.e2e.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import network.pug.e2e.support.Answer;
import network.pug.e2e.support.Challenge;
import network.pug.e2e.support.Parallel;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.Relay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /api/pow-challenge} and {@code /api/pow-redeem}. */
class ProofOfWorkTest {
  private static final int TWO_MINUTES = 120_000;
  @RegisterExtension private static final Relay relay = Relay.start("--pow-difficulty", "8");

  @Test
  void aChallengeNamesItsDifficultyAndHoldsForTwoMinutes() throws IOException {
    long before = System.currentTimeMillis();
    JsonObject challenge = RawHttp.get(relay, "/api/pow-challenge").expect(200).json();
    assertEquals(8, challenge.get("difficulty").getAsInt());
    assertEquals("SHA-256", challenge.get("algorithm").getAsString());
    assertTrue(challenge.get("token").getAsString().matches("[!-~]+"));
    assertIsTwoMinutesAfter(before, challenge);
  }

  @Test
  void theDifficultyIs18UnlessToldOtherwise() throws IOException {
    try (Relay standard = Relay.startWithWork()) {
      assertEquals(18, Challenge.ask(standard).difficulty());
    }
  }

  @Test
  void eachChallengeIsAnotherOne() throws IOException {
    assertNotEquals(Challenge.ask(relay).token(), Challenge.ask(relay).token());
  }

  @Test
  void aSolutionIsRedeemedForASessionToken() throws IOException {
    Challenge challenge = Challenge.ask(relay);
    long before = System.currentTimeMillis();
    JsonObject redeemed = challenge.redeem(relay, challenge.solve()).expect(200).json();
    assertTrue(redeemed.get("sessionToken").getAsString().matches("[!-~]+"));
    assertIsTwoMinutesAfter(before, redeemed);
  }

  @Test
  void aChallengeIsRedeemedOnce() throws IOException {
    Challenge challenge = Challenge.ask(relay);
    challenge.redeem(relay, challenge.solve()).expect(200);
    challenge.redeem(relay, challenge.solve()).expectProblem(403);
  }

  @Test
  void ofManyRedemptionsAtOnceOneSucceeds() throws Exception {
    Challenge challenge = Challenge.ask(relay);
    String nonce = challenge.solve();
    List<Answer> answers = Parallel.times(8, () -> challenge.redeem(relay, nonce));
    assertEquals(1, answers.stream().filter(answer -> answer.status() == 200).count());
    assertEquals(7, answers.stream().filter(answer -> answer.status() == 403).count());
  }

  @Test
  void aWrongNonceIsRefusedAndSpendsNothing() throws IOException {
    Challenge challenge = Challenge.ask(relay);
    challenge.redeem(relay, challenge.fail()).expectProblem(403);
    challenge.redeem(relay, challenge.solve()).expect(200);
  }

  @Test
  void aMalformedNonceSpendsNothing() throws IOException {
    Challenge challenge = Challenge.ask(relay);
    challenge.redeem(relay, "+" + challenge.solve()).expectProblem(400);
    challenge.redeem(relay, challenge.solve()).expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "+1", " 1", "1 ", "1\n", "1.0", "1e3", "0x1f", "١", "１"})
  void aNonceIsDecimalDigits(String nonce) throws IOException {
    Challenge.ask(relay).redeem(relay, nonce).expectProblem(400);
  }

  @Test
  void aNonceHasAtMost20Digits() throws IOException {
    try (Relay free = Relay.start()) {
      Challenge.ask(free).redeem(free, "9".repeat(21)).expectProblem(400);
      Challenge.ask(free).redeem(free, "9".repeat(20)).expect(200);
    }
  }

  @Test
  void anAlteredTokenIsRefusedWhereverItIsAltered() throws IOException {
    try (Relay free = Relay.start()) {
      String token = Challenge.ask(free).token();
      for (int i : IntStream.range(0, token.length()).toArray()) {
        char other = token.charAt(i) == 'A' ? 'B' : 'A';
        String forged = token.substring(0, i) + other + token.substring(i + 1);
        new Challenge(forged, 0, 0).redeem(free, "0").expectProblem(403);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "forged", "päng", "=", "\u0000"})
  void aForgedTokenIsRefused(String token) throws IOException {
    new Challenge(token, 0, 0).redeem(relay, "0").expectProblem(403);
  }

  @Test
  void aTokenOfAnotherRelayIsRefused() throws IOException {
    try (Relay free = Relay.start();
        Relay other = Relay.start()) {
      Challenge.ask(other).redeem(free, "0").expectProblem(403);
    }
  }

  @Test
  void aSessionTokenIsNoChallenge() throws IOException {
    Challenge challenge = Challenge.ask(relay);
    JsonObject redeemed = challenge.redeem(relay, challenge.solve()).json();
    Challenge disguised =
        new Challenge(redeemed.get("sessionToken").getAsString(), challenge.difficulty(), 0);
    disguised.redeem(relay, disguised.solve()).expectProblem(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing",
        "[]",
        "null",
        "\"token\"",
        "{}",
        "{\"token\":\"x\"}",
        "{\"nonce\":\"1\"}",
        "{\"token\":\"x\",\"nonce\":1}",
        "{\"token\":1,\"nonce\":\"1\"}",
        "{\"token\":null,\"nonce\":\"1\"}",
        "{\"token\":\"x\",\"nonce\":\"1\"",
        "{\"token\":\"x\",\"nonce\":\"1\"}{}",
        "{\"token\":\"x\",\"token\":\"x\",\"nonce\":\"1\"}",
      })
  void aMalformedBodyIsRefused(String body) throws IOException {
    Challenge.redeem(relay, "application/json", body).expectProblem(400);
  }

  @Test
  void anEmptyBodyIsRefused() throws IOException {
    Challenge.redeem(relay, "application/json", "").expectProblem(400);
  }

  @Test
  void aBodyThatIsNoUtf8IsRefused() throws IOException {
    Challenge.redeem(relay, "application/json", "{\"token\":\"\u00ff\",\"nonce\":\"1\"}")
        .expectProblem(400);
  }

  @Test
  void unknownFieldsAreIgnored() throws IOException {
    Challenge challenge = Challenge.ask(relay);
    String body =
        "{\"extra\":{\"nonce\":1},\"token\":\"%s\",\"nonce\":\"%s\"}"
            .formatted(challenge.token(), challenge.solve());
    Challenge.redeem(relay, "application/json", body).expect(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json; charset=utf-8", "Application/JSON", "application/json ;x=y"})
  void jsonMayCarryParameters(String contentType) throws IOException {
    Challenge.redeem(relay, contentType, "{}").expectProblem(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonx"})
  void anotherContentTypeIsRefused(String contentType) throws IOException {
    Challenge challenge = Challenge.ask(relay);
    String body =
        "{\"token\":\"%s\",\"nonce\":\"%s\"}".formatted(challenge.token(), challenge.solve());
    Challenge.redeem(relay, contentType, body).expectProblem(415);
  }

  @Test
  void noContentTypeIsRefused() throws IOException {
    RawHttp.request(relay, "POST", "/api/pow-redeem", "{}").expectProblem(415);
  }

  private static void assertIsTwoMinutesAfter(long before, JsonObject answer) {
    long expiresAt = answer.get("expiresAt").getAsLong();
    assertTrue(expiresAt >= before + TWO_MINUTES, answer::toString);
    assertTrue(expiresAt <= System.currentTimeMillis() + TWO_MINUTES, answer::toString);
  }
}
