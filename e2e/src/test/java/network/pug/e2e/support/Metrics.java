package network.pug.e2e.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What a relay tells on its admin port. */
public final class Metrics {
  private Metrics() {}

  /** All samples, by name and labels. */
  public static Map<String, Long> scrape(Relay relay) throws IOException {
    Map<String, Long> samples = new TreeMap<>();
    String text = RawHttp.get(relay.admin(), "/metrics").expect(200).body();
    for (String line : text.lines().toList()) {
      if (!line.startsWith("# ")) {
        String[] sample = line.split(" ", -1);
        assertEquals(2, sample.length, line);
        samples.put(sample[0], Long.parseLong(sample[1]));
      }
    }
    return samples;
  }

  /** Scrapes until it is so: what clients have closed, the relay hears of a moment later. */
  public static Map<String, Long> await(Relay relay, Predicate<Map<String, Long>> condition)
      throws IOException {
    Map<String, Long> samples = scrape(relay);
    while (!condition.test(samples)) {
      samples = scrape(relay);
    }
    return samples;
  }
}
