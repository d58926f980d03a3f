package network.pug.e2e.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** A soak of a few seconds: too short for a drift, long enough for everything that it does. */
class SoakTest {
  private static Outcome outcome;

  @BeforeAll
  @Timeout(90)
  static void soak() throws Exception {
    try (Churn churn = new Churn()) {
      outcome = churn.run(Duration.ofSeconds(5), Duration.ofMillis(200), 8);
    }
  }

  @Test
  void everyDeliveryIsTheRightOneAndEveryDescriptorIsGivenBack() {
    assertEquals(List.of(), outcome.faults());
    assertTrue(outcome.rooms() > 30 && outcome.deliveries() > 300, outcome::toString);
    assertEquals(outcome.filesBefore(), outcome.filesAfter());
    assertTrue(outcome.samples().stream().anyMatch(sample -> sample.files() > 40));
    assertTrue(outcome.samples().stream().anyMatch(sample -> sample.rooms() > 10));
  }

  @Test
  void thePlotIsADrawingWithATitleAndADescriptionAndNoStyleOfItsOwn() throws Exception {
    String svg = Plot.of(outcome.samples());
    Document drawing =
        DocumentBuilderFactory.newNSInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    for (String name : List.of("title", "desc")) {
      assertFalse(drawing.getElementsByTagName(name).item(0).getTextContent().isBlank());
    }
    assertEquals(
        10, drawing.getElementsByTagName("path").getLength()); // a grid and a curve for each of 5
    assertFalse(svg.contains("style="), svg);
    assertFalse(svg.contains("NaN"), svg);
  }

  @Test
  void thePageHasAFigureWhereverItsTextAsksForOne() throws Exception {
    String page = SoakPage.of(outcome, Verdict.of(outcome));
    assertFalse(page.contains("{"), page);
    assertTrue(page.contains("| file descriptors | holds |"), page);
  }
}
