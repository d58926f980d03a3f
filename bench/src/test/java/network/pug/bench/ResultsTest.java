package network.pug.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import network.pug.bench.load.Faults;
import network.pug.bench.load.Figures;
import network.pug.bench.load.Latencies;
import network.pug.bench.load.Meter;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private final Results results = new Results();

  @Test
  void aMedianIsTheMiddleOrBetweenTheTwoInTheMiddle() {
    assertEquals(2, Results.median(List.of(9.0, 1.0, 2.0)));
    assertEquals(3, Results.median(List.of(9.0, 1.0, 4.0, 2.0)));
    assertEquals(Double.NaN, Results.median(List.of()));
  }

  @Test
  void aRatioIsMadeWithinARound() {
    add("one", 0, 10);
    add("other", 0, 20);
    add("one", 1, 100);
    add("other", 1, 300);
    add("one", 2, 50);
    add("other", 2, 120);
    assertEquals(2.4, results.ratio("work", "other", "one"), 1e-9);
  }

  @Test
  void aRoundThatOneOfTwoLacksMakesNoRatio() {
    add("one", 0, 10);
    add("other", 1, 20);
    assertEquals(Double.NaN, results.ratio("work", "other", "one"));
  }

  private void add(String relay, int round, double micros) {
    Meter.Cpu cpu = new Meter.Cpu(micros, 1, 1);
    results.add("work", relay, round, new Figures(1, 1, cpu, cpu, new Latencies(), new Faults()));
  }
}
