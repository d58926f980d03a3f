package network.pug.relay.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RateLimitTest {
  private static final long SECOND = 1_000_000_000L;
  // Not a constant expression: the clock wraps within the tests, as a monotonic clock may.
  private static final long START = Long.parseLong("9223372036354775807");

  @Test
  void aBurstIsTwiceTheRateAndThenThePaceIsTheRate() {
    RateLimit limit = new RateLimit(20, START);
    for (int i = 0; i < 40; i++) {
      assertEquals(0, limit.delay(START), "message " + i);
    }
    assertEquals(SECOND / 20, limit.delay(START));
    assertEquals(0, limit.delay(START + SECOND / 20));
    assertEquals(SECOND / 20, limit.delay(START + SECOND / 20));
  }

  @Test
  void waitingIsNotCountedAsSending() {
    RateLimit limit = new RateLimit(1, START);
    limit.delay(START);
    limit.delay(START);
    for (int i = 0; i < 10; i++) {
      assertEquals(SECOND, limit.delay(START));
    }
    assertEquals(0, limit.delay(START + SECOND));
  }

  @Test
  void silenceFillsTheBurstAgainAndNoFurther() {
    RateLimit limit = new RateLimit(2, START);
    for (int i = 0; i < 4; i++) {
      limit.delay(START);
    }
    long later = START + 100 * SECOND;
    for (int i = 0; i < 4; i++) {
      assertEquals(0, limit.delay(later));
    }
    assertEquals(SECOND / 2, limit.delay(later));
  }

  @Test
  void zeroIsNoLimit() {
    RateLimit limit = new RateLimit(0, START);
    for (int i = 0; i < 100_000; i++) {
      assertEquals(0, limit.delay(START));
    }
  }
}
