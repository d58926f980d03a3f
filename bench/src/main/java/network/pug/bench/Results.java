package network.pug.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import network.pug.bench.load.Figures;
import network.pug.bench.load.Latencies;
import network.pug.bench.load.Meter;

/**
 * The figures of all rounds, by what was done and by relay. A round in which something was wrong
 * has none. For one thread.
 */
final class Results {
  private final Map<String, Map<String, Map<Integer, Figures>>> all = new LinkedHashMap<>();

  void add(String what, String relay, int round, Figures figures) {
    all.computeIfAbsent(what, name -> new LinkedHashMap<>())
        .computeIfAbsent(relay, name -> new LinkedHashMap<>())
        .put(round, figures);
  }

  /** The median over the rounds; NaN where there are none. */
  double median(String what, String relay, ToDoubleFunction<Figures> figure) {
    return median(rounds(what, relay).values().stream().mapToDouble(figure).boxed().toList());
  }

  /**
   * Microseconds outside of the kernel; the clock's ticks are few, so those of all rounds count.
   */
  double userMicros(String what, String relay) {
    Meter.Cpu all = new Meter.Cpu(0, 0, 0);
    for (Figures figures : rounds(what, relay).values()) {
      all = all.plus(figures.cpu());
    }
    return all.userShare() * median(what, relay, Figures::cpuMicros);
  }

  /**
   * How much more processor time one relay takes than another: the median of what the rounds say.
   */
  double ratio(String what, String relay, String base) {
    return ratio(rounds(what, relay), rounds(what, base));
  }

  /** The same between two kinds of work of one relay. */
  double ratioOfWork(String what, String base, String relay) {
    return ratio(rounds(what, relay), rounds(base, relay));
  }

  private static double ratio(Map<Integer, Figures> some, Map<Integer, Figures> others) {
    List<Double> ratios = new ArrayList<>();
    some.forEach(
        (round, figures) -> {
          Figures base = others.get(round);
          if (base != null) {
            ratios.add(figures.cpuMicros() / base.cpuMicros());
          }
        });
    return median(ratios);
  }

  /** The latencies of all rounds together. */
  Latencies latencies(String what, String relay) {
    Latencies together = new Latencies();
    rounds(what, relay).values().forEach(figures -> together.addAll(figures.latencies()));
    return together;
  }

  private Map<Integer, Figures> rounds(String what, String relay) {
    return all.getOrDefault(what, Map.of()).getOrDefault(relay, Map.of());
  }

  /** Of figures in any order; NaN of none. */
  static double median(List<Double> figures) {
    List<Double> sorted = new ArrayList<>(figures);
    sorted.sort(null);
    int middle = sorted.size() / 2;
    return IntStream.of((sorted.size() - 1) / 2, middle)
        .filter(i -> !sorted.isEmpty())
        .mapToDouble(sorted::get)
        .average()
        .orElse(Double.NaN);
  }
}
