package network.pug.e2e.memory;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import network.pug.e2e.support.Frame;
import network.pug.e2e.support.RawWebSocket;
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
      Lives.Living living = relay.lives().begin(NAME, 600);
      sayAndStammer(living);
      Needles needles = living.needles();
      try (MemoryImage image = relay.image()) {
        findings = image.search(needles.all()).moreThanRegisters();
      }
    }
  }

  /** One says something, and begins another frame behind it that does not come. */
  private static void sayAndStammer(Lives.Living living) throws IOException {
    Witness speaker = ((PugVoice) living.members().getFirst()).witness();
    byte[] frame = speaker.binaryFrame("an example ".repeat(100).getBytes(US_ASCII));
    byte[] next = RawWebSocket.frame(1, true, Frame.BINARY, new byte[1000]);
    byte[] andHalf = Arrays.copyOf(frame, frame.length + next.length / 2);
    System.arraycopy(next, 0, andHalf, frame.length, next.length / 2);
    speaker.bytes(andHalf);
    for (Voice member : living.members()) {
      member.hear();
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
