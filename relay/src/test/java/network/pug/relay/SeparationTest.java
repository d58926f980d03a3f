package network.pug.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SeparationTest {
  private static final int TRIES = 100_000;

  private final Random random = new Random(1);
  private final long[] times = new long[TRIES];
  private final boolean[] second = new boolean[TRIES];

  /** Times around 500 ns, a few of them interrupted; the second class is so much slower. */
  private double separation(double slower) {
    for (int i = 0; i < TRIES; i++) {
      second[i] = random.nextBoolean();
      double time = 500 + 20 * random.nextGaussian() + (second[i] ? slower : 0);
      times[i] = Math.round(random.nextInt(1000) == 0 ? 100 * time : time);
    }
    return Separation.of(times, second);
  }

  @Test
  void timesOfOneDistributionAreNotSeparate() {
    for (int i = 0; i < 20; i++) {
      double t = separation(0);
      assertTrue(Math.abs(t) < Separation.LIMIT, "t = " + t);
    }
  }

  @Test
  void aDifferenceOfANanosecondIsFoundUnderTwentyOfNoise() {
    assertTrue(separation(1) < -Separation.LIMIT);
    assertTrue(separation(-1) > Separation.LIMIT);
  }

  @Test
  void theStatisticIsWelchs() {
    // Means 2 and 4, variances 1 and 4, of 3 each: (2 - 4) / sqrt(1/3 + 4/3).
    long[] six = {1, 2, 3, 2, 4, 6};
    boolean[] lastThree = {false, false, false, true, true, true};
    assertEquals(-2 / Math.sqrt(5 / 3.0), Separation.welch(six, lastThree, 6), 1e-12);
    assertEquals(0, Separation.welch(six, lastThree, 1));
  }
}
