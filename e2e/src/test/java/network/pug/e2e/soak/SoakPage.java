package network.pug.e2e.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The page of the documentation that tells of a soak, as Markdown. */
final class SoakPage {
  private SoakPage() {}

  /** Puts the figures into the page's text. */
  static String of(Outcome outcome, Verdict verdict) throws IOException {
    List<Sample> samples = outcome.samples();
    return template()
        .replace("{length}", length(samples.getLast().seconds()))
        .replace("{rooms}", String.format(Locale.ROOT, "%,d", outcome.rooms()))
        .replace("{deliveries}", String.format(Locale.ROOT, "%,d", outcome.deliveries()))
        .replace("{living}", Plot.number(Outcome.median(outcome.steady(), Sample::rooms)))
        .replace("{thirds}", thirds(outcome))
        .replace("{findings}", findings(verdict));
  }

  private static String length(double seconds) {
    return seconds < 100 ? Math.round(seconds) + " seconds" : Math.round(seconds / 60) + " minutes";
  }

  private static String thirds(Outcome outcome) {
    return String.join(
        "\n",
        third(outcome, "memory, MiB", sample -> sample.residentBytes() / (double) (1 << 20)),
        third(outcome, "file descriptors", Sample::files),
        third(outcome, "threads", Sample::threads),
        third(outcome, "rooms", Sample::rooms),
        third(outcome, "latency, median, ms", Sample::median),
        third(outcome, "latency, 99 of 100, ms", Sample::slow));
  }

  private static String third(Outcome outcome, String what, ToDoubleFunction<Sample> figure) {
    return "| %s | %s | %s |"
        .formatted(
            what,
            Plot.number(Outcome.median(outcome.early(), figure)),
            Plot.number(Outcome.median(outcome.late(), figure)));
  }

  /** What was judged, as the rows of a table. */
  static String findings(Verdict verdict) {
    return verdict.findings().stream()
        .map(
            finding ->
                "| %s | %s | %s |"
                    .formatted(
                        finding.what(), finding.holds() ? "holds" : "**fails**", finding.figures()))
        .collect(Collectors.joining("\n"));
  }

  private static String template() throws IOException {
    try (InputStream in = Objects.requireNonNull(SoakPage.class.getResourceAsStream("soak.md"))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
