package network.pug.bench.load;

/**
 * Times, counted in steps of less than one percent of their size, as HdrHistogram does it. For one
 * thread.
 */
public final class Latencies {
  private static final int STEP_BITS = 7;
  private static final int STEPS = 1 << STEP_BITS;

  private final long[] counts = new long[(Long.SIZE - STEP_BITS) * STEPS];
  private long total;

  /** None yet. */
  public Latencies() {}

  void add(long nanos) {
    counts[index(Math.max(0, nanos))]++;
    total++;
  }

  /** Adds those of another run. */
  public void addAll(Latencies others) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += others.counts[i];
    }
    total += others.total;
  }

  /** How many there are. */
  public long count() {
    return total;
  }

  /**
   * Microseconds that a share of them did not exceed; 0 where there are none.
   *
   * @param share such as 0.99
   */
  public double micros(double share) {
    long wanted = Math.max(1, (long) Math.ceil(total * share));
    long seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= wanted) {
        return value(i) / 1e3;
      }
    }
    return 0;
  }

  private static int index(long nanos) {
    int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(nanos) - STEP_BITS - 1);
    return shift * STEPS + (int) (nanos >>> shift);
  }

  /** The middle of a step. */
  private static double value(int index) {
    int shift = Math.max(0, index / STEPS - 1);
    return (index - (double) shift * STEPS + 0.5) * (1L << shift);
  }
}
