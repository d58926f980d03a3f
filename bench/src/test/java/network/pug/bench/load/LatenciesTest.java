package network.pug.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTest {
  private final Latencies latencies = new Latencies();

  @ParameterizedTest
  @ValueSource(longs = {0, 127, 128, 255, 256, 257, 1_000, 89_000, 1_500_000_000, Long.MAX_VALUE})
  void aTimeIsKeptToAHundredth(long nanos) {
    latencies.add(nanos);
    assertEquals((double) nanos, 1e3 * latencies.micros(0.5), Math.max(1, nanos / 100.0));
  }

  @Test
  void aShareIsThatOfTheSlowest() {
    for (int i = 1; i <= 1000; i++) {
      latencies.add(1000L * i);
    }
    assertEquals(500, latencies.micros(0.5), 5);
    assertEquals(990, latencies.micros(0.99), 9.9);
    assertEquals(1000, latencies.micros(1), 10);
  }

  @Test
  void severalRunsAreOne() {
    Latencies others = new Latencies();
    latencies.add(1000);
    others.add(9000);
    latencies.addAll(others);
    assertEquals(2, latencies.count());
    assertEquals(9, latencies.micros(1), 0.1);
  }
}
