package network.pug.bench;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import network.pug.bench.report.Table;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The few functions of the relay that matter, by JMH. */
final class Functions {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private Functions() {}

  /** Measures; a table by its name. */
  static SequencedMap<String, String> run() throws RunnerException {
    Bench.say("functions");
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include("network\\.pug\\.relay\\..*")
                    .forks(2)
                    .warmupIterations(3)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(8)
                    .measurementTime(TimeValue.seconds(1))
                    .addProfiler(GCProfiler.class)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    Table table = new Table(List.of("function", "ns", "±", "bytes on the heap"));
    for (RunResult result : results) {
      Result<?> time = result.getPrimaryResult();
      Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
      table.add(
          name(result.getParams()),
          List.of(
              Table.number(time.getScore()),
              Table.number(time.getScoreError()),
              Table.number(allocated == null ? Double.NaN : allocated.getScore())));
    }
    return new TreeMap<>(Map.of("functions", table.toString()));
  }

  /** Such as {@code Frames.writeMessage, 256 bytes}. */
  private static String name(BenchmarkParams benchmark) {
    String name = benchmark.getBenchmark().replaceFirst(".*\\.(\\w+)Benchmark\\.(\\w+)", "$1.$2");
    String bytes = benchmark.getParam("bytes");
    return bytes == null ? name : name + ", " + bytes + " bytes";
  }
}
