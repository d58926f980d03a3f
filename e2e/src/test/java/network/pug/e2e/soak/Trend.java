package network.pug.e2e.soak;

/**
 * A straight line through figures over time, by least squares.
 *
 * <p>Figures that follow each other are alike, and would make the line look surer than it is. So it
 * is laid through the means of {@value #BLOCKS} blocks of them, each of which is longer than what
 * makes neighbours alike: a sweep of the relay's heap comes every seven seconds at most.
 *
 * @param slope in figures a second
 * @param margin by which the true slope is above that with a probability of 1 %, at most
 */
record Trend(double slope, double margin) {
  static final int BLOCKS = 12;

  /** Student's t for 99 %, one-sided, with {@value #BLOCKS} − 2 degrees of freedom. */
  private static final double T = 2.764;

  /** Through figures, at these seconds; at least one a block. */
  static Trend of(double[] seconds, double[] figures) {
    double[] x = means(seconds);
    double[] y = means(figures);
    double meanX = mean(x, 0, BLOCKS);
    double meanY = mean(y, 0, BLOCKS);
    double xx = 0;
    double xy = 0;
    for (int i = 0; i < BLOCKS; i++) {
      xx += (x[i] - meanX) * (x[i] - meanX);
      xy += (x[i] - meanX) * (y[i] - meanY);
    }
    double slope = xy / xx;
    double squares = 0;
    for (int i = 0; i < BLOCKS; i++) {
      double rest = y[i] - meanY - slope * (x[i] - meanX);
      squares += rest * rest;
    }
    return new Trend(slope, T * Math.sqrt(squares / (BLOCKS - 2) / xx));
  }

  /** With a probability of 99 %, the true slope is below this. */
  double atMost() {
    return slope + margin;
  }

  private static double[] means(double[] figures) {
    double[] means = new double[BLOCKS];
    for (int i = 0; i < BLOCKS; i++) {
      means[i] = mean(figures, figures.length * i / BLOCKS, figures.length * (i + 1) / BLOCKS);
    }
    return means;
  }

  private static double mean(double[] figures, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += figures[i];
    }
    return sum / (to - from);
  }
}
