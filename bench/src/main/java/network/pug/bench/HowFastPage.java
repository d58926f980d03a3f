package network.pug.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;

/** The page of the documentation that tells of speed, as Markdown. */
final class HowFastPage {
  private HowFastPage() {}

  /** Puts tables into the page's text, each where its name stands in braces. */
  static String of(Map<String, String> tables) throws IOException {
    String page = template();
    for (Map.Entry<String, String> table : tables.entrySet()) {
      page = page.replace('{' + table.getKey() + '}', table.getValue());
    }
    return page;
  }

  static String template() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(HowFastPage.class.getResourceAsStream("how-fast.md"))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
