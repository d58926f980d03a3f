package network.pug.e2e.soak;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Whether a relay holds what it promises for as long as it was watched. */
record Verdict(List<Finding> findings) {
  /**
   * How much more memory the steady part may have at its end, with a certainty of 99 %. Less says
   * nothing: whether samples are taken before or after a collection of the young generation makes
   * up to 8 MiB, and what the C library keeps of the freed pages until it trims them, as much. In
   * half an hour it is two kilobytes for each room that has lived, with all that was said in it.
   */
  private static final double MAX_GROWTH = 16 << 20;

  /**
   * By how much the last third may be slower than the first: half as much again, and what one
   * change of the processor's mind makes, in milliseconds. Other programs share the machine.
   */
  private static final double MAX_RATIO = 1.5;

  private static final double MAX_DIFFERENCE = 1;

  /**
   * One thing that was to be shown.
   *
   * @param what in a word or two
   * @param holds whether it was
   * @param figures by which
   */
  record Finding(String what, boolean holds, String figures) {}

  /** Judges; the steady part must have {@value Trend#BLOCKS} samples or more. */
  static Verdict of(Outcome outcome) {
    return new Verdict(
        List.of(
            deliveries(outcome),
            memory(outcome),
            files(outcome),
            latency(outcome, "median latency", Sample::median),
            latency(outcome, "99 of 100", Sample::slow)));
  }

  /** Whether all of it holds. */
  boolean holds() {
    return findings.stream().allMatch(Finding::holds);
  }

  private static Finding deliveries(Outcome outcome) {
    return new Finding(
        "deliveries",
        outcome.faults().isEmpty() && outcome.deliveries() > 0,
        String.format(
            Locale.ROOT,
            "%,d, each once, in order and as sent, in %,d rooms; faults: %s",
            outcome.deliveries(),
            outcome.rooms(),
            outcome.faults().isEmpty() ? "none" : outcome.faults()));
  }

  private static Finding memory(Outcome outcome) {
    List<Sample> steady = outcome.steady();
    Trend trend =
        Trend.of(
            steady.stream().mapToDouble(Sample::seconds).toArray(),
            steady.stream().mapToDouble(Sample::residentBytes).toArray());
    double seconds = steady.getLast().seconds() - steady.getFirst().seconds();
    double growth = trend.atMost() * seconds;
    return new Finding(
        "memory",
        growth < MAX_GROWTH,
        String.format(
            Locale.ROOT,
            "%+.1f MiB over %.0f s, at most %+.1f with a certainty of 99 %%; allowed are %.0f",
            mebi(trend.slope() * seconds),
            seconds,
            mebi(growth),
            mebi(MAX_GROWTH)));
  }

  private static Finding files(Outcome outcome) {
    return new Finding(
        "file descriptors",
        outcome.filesAfter() == outcome.filesBefore(),
        outcome.filesBefore() + " before, " + outcome.filesAfter() + " after");
  }

  private static Finding latency(Outcome outcome, String what, ToDoubleFunction<Sample> figure) {
    double early = Outcome.median(outcome.early(), figure);
    double late = Outcome.median(outcome.late(), figure);
    double allowed = early * MAX_RATIO + MAX_DIFFERENCE;
    return new Finding(
        what,
        late <= allowed,
        String.format(
            Locale.ROOT,
            "%.2f ms in the first third, %.2f ms in the last; allowed are %.2f",
            early,
            late,
            allowed));
  }

  private static double mebi(double bytes) {
    return bytes / (1 << 20);
  }
}
