package network.pug.relay;

import java.util.Arrays;

/**
 * Whether two classes of measured times differ: Welch's t-test as dudect does it (Reparaz, Balasch
 * and Verbauwhede, "Dude, is my code constant time?", 2017). The longest times, which are the
 * machine's and not the code's, are cropped at several percentiles, and the worst t counts.
 */
public final class Separation {
  /** Above this, dudect takes two classes for separate. */
  public static final double LIMIT = 4.5;

  private static final double[] KEPT = {1, 0.99, 0.95, 0.9, 0.75, 0.5};

  private Separation() {}

  /**
   * The t value that is farthest from 0.
   *
   * @param times nanoseconds
   * @param second which of the times belong to the second class
   */
  public static double of(long[] times, boolean[] second) {
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    double worst = 0;
    for (double kept : KEPT) {
      double t = welch(times, second, sorted[(int) (kept * (sorted.length - 1))]);
      worst = Math.abs(t) > Math.abs(worst) ? t : worst;
    }
    return worst;
  }

  /** Welch's t of the times up to a limit; 0 where there is nothing to compare. */
  static double welch(long[] times, boolean[] second, long limit) {
    double[] n = new double[2];
    double[] mean = new double[2];
    double[] squares = new double[2]; // Welford's sums
    for (int i = 0; i < times.length; i++) {
      if (times[i] <= limit) {
        int c = second[i] ? 1 : 0;
        double delta = times[i] - mean[c];
        mean[c] += delta / ++n[c];
        squares[c] += delta * (times[i] - mean[c]);
      }
    }
    if (n[0] < 2 || n[1] < 2) {
      return 0;
    }
    double variance = squares[0] / (n[0] - 1) / n[0] + squares[1] / (n[1] - 1) / n[1];
    double difference = mean[0] - mean[1];
    return difference == 0 ? 0 : difference / Math.sqrt(variance);
  }
}
