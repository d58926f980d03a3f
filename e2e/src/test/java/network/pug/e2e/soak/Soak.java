package network.pug.e2e.soak;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * A soak of 30 minutes, or as many as {@code soak.minutes} says. Writes a page and a plot for the
 * documentation, and fails where the relay does not hold. It is no test by its name, so it runs
 * only when it is asked for.
 */
class Soak {
  private static final Duration LENGTH = Duration.ofMinutes(Integer.getInteger("soak.minutes", 30));
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final int ROOMS_A_SECOND = 5;
  private static final Path FOLDER = Path.of("target", "soak");

  @Test
  void showsNoDrift() throws Exception {
    try (Churn churn = new Churn()) {
      Outcome outcome = churn.run(LENGTH, INTERVAL, ROOMS_A_SECOND);
      Verdict verdict = Verdict.of(outcome);
      Files.createDirectories(FOLDER);
      Files.writeString(FOLDER.resolve("soak.md"), SoakPage.of(outcome, verdict));
      Files.writeString(FOLDER.resolve("soak.svg"), Plot.of(outcome.samples()));
      System.out.println(SoakPage.findings(verdict));
      assertTrue(verdict.holds(), "the relay does not hold");
    }
  }
}
