package network.pug.e2e.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What the relay's memory shows of a room with members in it, who have heard all that was said. */
class LivingRoomTest {
  private static final String NAME = "living room";
  private static Findings findings = new Findings(List.of());

  @BeforeAll
  static void look() throws Exception {
    MemoryImage.assumePossible();
    try (Served relay = Served.start(null)) {
      Needles needles = relay.lives().begin(NAME, 600).needles();
      try (MemoryImage image = relay.image()) {
        findings = image.search(needles.all()).moreThanRegisters();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {"DIGEST", "NAME"},
      mode = Mode.INCLUDE)
  void whatTheRelayMustKnowIsThere(Kind kind) {
    assertTrue(findings.of(NAME, kind).count() > 0);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"DIGEST", "NAME", "ADDRESS"},
      mode = Mode.EXCLUDE)
  void whatItHasPassedOnIsNot(Kind kind) {
    Findings found = findings.of(NAME, kind);
    assertEquals(0, found.count(), found::report);
  }
}
