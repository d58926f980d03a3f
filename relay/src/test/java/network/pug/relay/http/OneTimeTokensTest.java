package network.pug.relay.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import network.pug.relay.http.OneTimeTokens.Spending;
import network.pug.relay.room.ManualClock;
import org.junit.jupiter.api.Test;

class OneTimeTokensTest {
  private static final Duration LIFE = Duration.ofMinutes(2);
  private static final int MAX_SPENT = 10;

  private final ManualClock clock = new ManualClock();
  private final OneTimeTokens tokens = tokens(new Random(1));

  @Test
  void aTokenIsSpentOnce() {
    String token = issue();
    assertTrue(isValid(tokens, token));
    assertEquals(Spending.DONE, spend(token));
    assertFalse(isValid(tokens, token));
    assertEquals(Spending.INVALID, spend(token));
  }

  @Test
  void aTokenFillsABlockOfSha256TogetherWithTheColon() {
    assertEquals(63, issue().length());
  }

  @Test
  void tokensDiffer() {
    assertNotEquals(issue(), issue());
  }

  @Test
  void aTokenExpires() {
    String token = issue();
    clock.advance(LIFE.minusNanos(1));
    assertTrue(isValid(tokens, token));
    clock.advance(Duration.ofNanos(1));
    assertFalse(isValid(tokens, token));
    assertEquals(Spending.INVALID, spend(token));
  }

  @Test
  void aTokenWithAnyByteChangedIsForged() {
    String token = issue();
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'Q' : 'A';
      String forged = token.substring(0, i) + other + token.substring(i + 1);
      assertFalse(isValid(tokens, forged), "changed at " + i);
    }
  }

  @Test
  void aTokenHasOneSpelling() {
    String token = issue();
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    long valid =
        alphabet
            .chars()
            .filter(last -> isValid(tokens, token.substring(0, token.length() - 1) + (char) last))
            .count();
    assertEquals(1, valid);
    assertFalse(isValid(tokens, token + "="));
  }

  @Test
  void otherTextIsNoToken() {
    for (String text : List.of("", "x", "a b", "Ä".repeat(63), "A".repeat(62), "A".repeat(64))) {
      assertFalse(isValid(tokens, text));
    }
  }

  @Test
  void aTokenOfAnotherKindIsForged() {
    OneTimeTokens others = tokens(new Random(2));
    assertFalse(isValid(others, issue()));
  }

  @Test
  void issuingRemembersNothing() {
    for (int i = 0; i < 1000; i++) {
      issue();
    }
    assertEquals(0, tokens.remembered());
  }

  @Test
  void spendingIsBoundedAndTheTokenStaysGood() {
    for (int i = 0; i < MAX_SPENT; i++) {
      assertEquals(Spending.DONE, spend(issue()));
    }
    String token = issue();
    assertEquals(Spending.TOO_MANY, spend(token));
    assertTrue(isValid(tokens, token));
    assertEquals(MAX_SPENT, tokens.remembered());
  }

  @Test
  void whatWasSpentIsForgottenOnlyAfterItsDeadline() {
    String old = issue();
    clock.advance(LIFE.minusSeconds(1));
    String young = issue();
    assertEquals(Spending.DONE, spend(old));
    assertEquals(Spending.DONE, spend(young));
    clock.advance(LIFE.minusSeconds(1));
    assertEquals(Spending.DONE, spend(issue()));
    assertEquals(Spending.INVALID, spend(young));
    clock.advance(LIFE);
    assertEquals(Spending.DONE, spend(issue()));
    clock.advance(LIFE);
    assertEquals(Spending.DONE, spend(issue()));
    assertEquals(2, tokens.remembered());
  }

  @Test
  void ofManyWhoSpendATokenAtOnceOneWins() throws Exception {
    String token = issue();
    Callable<Spending> spend = () -> spend(token);
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      int winners = 0;
      for (Future<Spending> result : threads.invokeAll(Collections.nCopies(64, spend))) {
        winners += result.get() == Spending.DONE ? 1 : 0;
      }
      assertEquals(1, winners);
    }
  }

  private OneTimeTokens tokens(Random random) {
    return new OneTimeTokens(
        clock, Chance.of(random), UnpooledByteBufAllocator.DEFAULT, LIFE, MAX_SPENT);
  }

  private String issue() {
    ByteBuf out = Unpooled.buffer();
    tokens.issue(out);
    return out.toString(StandardCharsets.US_ASCII);
  }

  private Spending spend(String token) {
    return tokens.spend(bytes(token));
  }

  private static boolean isValid(OneTimeTokens tokens, String token) {
    return tokens.isValid(bytes(token));
  }

  private static ByteBuffer bytes(String token) {
    return ByteBuffer.wrap(token.getBytes(StandardCharsets.ISO_8859_1));
  }
}
