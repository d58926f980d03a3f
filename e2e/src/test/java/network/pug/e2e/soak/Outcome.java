package network.pug.e2e.soak;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * All that a soak has seen.
 *
 * @param filesBefore file descriptors of the relay before the first life, and
 * @param filesAfter when the last was over
 * @param rooms that have lived
 * @param deliveries messages read by a member, each of which was the right one
 * @param faults what was not as it should be; the first few
 */
record Outcome(
    List<Sample> samples,
    int filesBefore,
    int filesAfter,
    long rooms,
    long deliveries,
    List<String> faults) {

  /** Where the relay is warm: without the first quarter, in which code is compiled. */
  List<Sample> steady() {
    return samples.subList(samples.size() / 4, samples.size());
  }

  /** The first third of the steady part. */
  List<Sample> early() {
    List<Sample> steady = steady();
    return steady.subList(0, steady.size() / 3);
  }

  /** The last third of it. */
  List<Sample> late() {
    List<Sample> steady = steady();
    return steady.subList(steady.size() - steady.size() / 3, steady.size());
  }

  /** The middle one of some figures. */
  static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
    double[] sorted = samples.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
