package network.pug.e2e.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks for what keeps people with disabilities from using a page (WCAG 2.2, A and AA). */
final class Axe {

  private static final Path SCRIPT = Path.of("../web/node_modules/axe-core/axe.min.js");

  private static final String FINDINGS =
      """
      async () => {
        const { violations } = await axe.run(document, {
          runOnly: [
            'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice',
          ],
          rules: { 'target-size': { enabled: true } },
        });
        return violations.flatMap(({ id, help, nodes }) =>
          nodes.map(({ html, failureSummary }) => `${id}: ${help}\\n${html}\\n${failureSummary}`));
      }
      """;

  private Axe() {}

  /** What it finds on the page as it is now; empty where all is well. */
  @SuppressWarnings("unchecked")
  static List<String> findings(Page page) {
    if (page.evaluate("typeof axe").equals("undefined")) {
      page.evaluate(script());
    }
    return (List<String>) page.evaluate(FINDINGS);
  }

  private static String script() {
    try {
      return Files.readString(SCRIPT);
    } catch (IOException e) {
      throw new UncheckedIOException("run npm ci in web/", e);
    }
  }
}
