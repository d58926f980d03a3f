package network.pug.relay.admin;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A metric, as it stands in the text format of Prometheus, version 0.0.4.
 *
 * @param type {@code gauge} for what is now, {@code counter} for what has been since the start
 * @param help what it says, in one line of plain text
 * @param samples a value for each label, such as {@code {code="503"}}; the empty one for none
 */
public record Metric(String name, String type, String help, SortedMap<String, Long> samples) {

  /** What is now. */
  public static Metric gauge(String name, String help, long value) {
    return new Metric(name, "gauge", help, new TreeMap<>(Map.of("", value)));
  }

  /** A text that does not change: the label of a 1. */
  public static Metric info(String name, String help, String label, String text) {
    return new Metric(name, "gauge", help, new TreeMap<>(Map.of(labelled(label, text), 1L)));
  }

  /** What has been since the start, for each of the words that a label can be. */
  public static Metric counter(String name, String help, String label, Map<String, Long> values) {
    TreeMap<String, Long> samples = new TreeMap<>();
    values.forEach((word, value) -> samples.put(labelled(label, word), value));
    return new Metric(name, "counter", help, samples);
  }

  /** A word needs no escaping, for it has neither quotes nor backslashes. */
  private static String labelled(String label, String word) {
    return "{" + label + "=\"" + word + "\"}";
  }

  /** The text of them all. */
  static String text(List<Metric> metrics) {
    return metrics.stream().map(Metric::text).collect(Collectors.joining());
  }

  private String text() {
    String head = "# HELP %s %s\n# TYPE %s %s\n".formatted(name, help, name, type);
    return samples.entrySet().stream()
        .map(sample -> name + sample.getKey() + " " + sample.getValue() + "\n")
        .collect(Collectors.joining("", head, ""));
  }

  @Override
  public String toString() {
    return "Metric";
  }
}
