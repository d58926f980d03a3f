package network.pug.e2e.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The verdict over soaks that never were: half an hour each, with noise, and with one fault. */
class VerdictTest {
  private static final int SECONDS = 1800;
  private static final int MIB = 1 << 20;

  @Test
  void aRelayThatOnlyMakesNoiseHolds() {
    Verdict verdict = Verdict.of(outcome(healthy()));
    assertTrue(verdict.holds(), verdict::toString);
  }

  @Test
  void aLeakOf24MebibytesInHalfAnHourIsFound() {
    assertEquals(
        List.of("memory"),
        failures(outcome(with(sample -> leaking(sample, 24.0 * MIB / SECONDS)))));
  }

  @Test
  void memoryThatGrowsWhileTheRelayWarmsUpIsNoLeak() {
    Verdict verdict =
        Verdict.of(
            outcome(
                with(
                    sample ->
                        leaking(
                            sample,
                            Math.min(sample.seconds(), 300) / sample.seconds() * MIB / 10))));
    assertTrue(verdict.holds(), verdict::toString);
  }

  @Test
  void oneDescriptorThatIsNotGivenBackIsFound() {
    assertEquals(
        List.of("file descriptors"),
        failures(new Outcome(healthy(), 20, 21, 9000, 1_000_000, List.of())));
  }

  @Test
  void aMedianThatDriftsIsFound() {
    assertEquals(
        List.of("median latency"),
        failures(outcome(with(sample -> slower(sample, sample.seconds() / SECONDS * 6, 0)))));
  }

  @Test
  void slowOnesThatGetSlowerAreFound() {
    assertEquals(
        List.of("99 of 100"),
        failures(outcome(with(sample -> slower(sample, 0, sample.seconds() / SECONDS * 30)))));
  }

  @Test
  void oneWrongDeliveryIsFound() {
    assertEquals(
        List.of("deliveries"),
        failures(new Outcome(healthy(), 20, 20, 9000, 1_000_000, List.of("a wrong one"))));
  }

  @Test
  void aSoakInWhichNobodySpokeProvesNothing() {
    assertEquals(
        List.of("deliveries"), failures(new Outcome(healthy(), 20, 20, 9000, 0, List.of())));
  }

  private static List<String> failures(Outcome outcome) {
    return Verdict.of(outcome).findings().stream()
        .filter(finding -> !finding.holds())
        .map(Verdict.Finding::what)
        .toList();
  }

  private static Outcome outcome(List<Sample> samples) {
    return new Outcome(samples, 20, 20, 9000, 1_000_000, List.of());
  }

  /** Memory goes up and down by some MiB, as the collector pleases. */
  private static List<Sample> healthy() {
    Random random = new Random(5);
    return IntStream.rangeClosed(1, SECONDS)
        .mapToObj(
            second ->
                new Sample(
                    second,
                    100 * MIB + second % 7 * MIB + random.nextInt(3 * MIB),
                    180 + random.nextInt(40),
                    30,
                    25 + random.nextInt(5),
                    0.5 + random.nextDouble(),
                    4 + random.nextDouble() * 4))
        .toList();
  }

  private static List<Sample> with(UnaryOperator<Sample> fault) {
    return healthy().stream().map(fault).toList();
  }

  private static Sample leaking(Sample sample, double bytesASecond) {
    return new Sample(
        sample.seconds(),
        sample.residentBytes() + (long) (bytesASecond * sample.seconds()),
        sample.files(),
        sample.threads(),
        sample.rooms(),
        sample.median(),
        sample.slow());
  }

  private static Sample slower(Sample sample, double median, double slow) {
    return new Sample(
        sample.seconds(),
        sample.residentBytes(),
        sample.files(),
        sample.threads(),
        sample.rooms(),
        sample.median() + median,
        sample.slow() + slow);
  }
}
