package network.pug.relay.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
  private final OneTimeTokens tokens = new OneTimeTokens(clock, new Random(1), LIFE, MAX_SPENT);

  @Test
  void aTokenIsSpentOnce() {
    String token = tokens.issue();
    assertTrue(tokens.isValid(token));
    assertEquals(Spending.DONE, tokens.spend(token));
    assertFalse(tokens.isValid(token));
    assertEquals(Spending.INVALID, tokens.spend(token));
  }

  @Test
  void aTokenFillsABlockOfSha256TogetherWithTheColon() {
    assertEquals(63, tokens.issue().length());
  }

  @Test
  void tokensDiffer() {
    assertNotEquals(tokens.issue(), tokens.issue());
  }

  @Test
  void aTokenExpires() {
    String token = tokens.issue();
    clock.advance(LIFE.minusNanos(1));
    assertTrue(tokens.isValid(token));
    clock.advance(Duration.ofNanos(1));
    assertFalse(tokens.isValid(token));
    assertEquals(Spending.INVALID, tokens.spend(token));
  }

  @Test
  void aTokenWithAnyByteChangedIsForged() {
    String token = tokens.issue();
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'Q' : 'A';
      String forged = token.substring(0, i) + other + token.substring(i + 1);
      assertFalse(tokens.isValid(forged), "changed at " + i);
    }
  }

  @Test
  void aTokenHasOneSpelling() {
    String token = tokens.issue();
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    long valid =
        alphabet
            .chars()
            .filter(last -> tokens.isValid(token.substring(0, token.length() - 1) + (char) last))
            .count();
    assertEquals(1, valid);
    assertFalse(tokens.isValid(token + "="));
  }

  @Test
  void otherTextIsNoToken() {
    for (String text : List.of("", "x", "a b", "Ä".repeat(63), "A".repeat(62), "A".repeat(64))) {
      assertFalse(tokens.isValid(text));
    }
  }

  @Test
  void aTokenOfAnotherKindIsForged() {
    OneTimeTokens others = new OneTimeTokens(clock, new Random(2), LIFE, MAX_SPENT);
    assertFalse(others.isValid(tokens.issue()));
  }

  @Test
  void issuingRemembersNothing() {
    for (int i = 0; i < 100_000; i++) {
      tokens.issue();
    }
    assertEquals(0, tokens.remembered());
  }

  @Test
  void spendingIsBoundedAndTheTokenStaysGood() {
    for (int i = 0; i < MAX_SPENT; i++) {
      assertEquals(Spending.DONE, tokens.spend(tokens.issue()));
    }
    String token = tokens.issue();
    assertEquals(Spending.TOO_MANY, tokens.spend(token));
    assertTrue(tokens.isValid(token));
    assertEquals(MAX_SPENT, tokens.remembered());
  }

  @Test
  void whatWasSpentIsForgottenOnlyAfterItsDeadline() {
    String old = tokens.issue();
    clock.advance(LIFE.minusSeconds(1));
    String young = tokens.issue();
    assertEquals(Spending.DONE, tokens.spend(old));
    assertEquals(Spending.DONE, tokens.spend(young));
    clock.advance(LIFE.minusSeconds(1));
    assertEquals(Spending.DONE, tokens.spend(tokens.issue()));
    assertEquals(Spending.INVALID, tokens.spend(young));
    clock.advance(LIFE);
    assertEquals(Spending.DONE, tokens.spend(tokens.issue()));
    clock.advance(LIFE);
    assertEquals(Spending.DONE, tokens.spend(tokens.issue()));
    assertEquals(2, tokens.remembered());
  }

  @Test
  void ofManyWhoSpendATokenAtOnceOneWins() throws Exception {
    String token = tokens.issue();
    Callable<Spending> spend = () -> tokens.spend(token);
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      int winners = 0;
      for (Future<Spending> result : threads.invokeAll(Collections.nCopies(64, spend))) {
        winners += result.get() == Spending.DONE ? 1 : 0;
      }
      assertEquals(1, winners);
    }
  }
}
