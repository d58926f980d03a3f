package network.pug.e2e.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The search finds what is there, whole or in part, and nothing else. */
class MemoryImageTest {
  private static final int LENGTH = 1_000;

  @BeforeAll
  static void assumePossible() throws Exception {
    MemoryImage.assumePossible();
  }

  @Test
  void whatAProcessHoldsIsFound() throws Exception {
    byte[] secret = random(1);
    Findings findings = search(secret, needle("there", secret), needle("elsewhere", random(2)));
    assertTrue(findings.of("there", Kind.PAYLOAD).count() > 0);
    assertTrue(findings.places().stream().anyMatch(place -> place.run() == LENGTH));
    assertEquals(0, findings.of("elsewhere", Kind.PAYLOAD).count(), findings::report);
  }

  @Test
  void sixteenBytesAreFoundWhereverTheyAreFrom() throws Exception {
    byte[] secret = random(3);
    for (int from : new int[] {0, 333, LENGTH - 16}) {
      byte[] held = random(4);
      System.arraycopy(secret, from, held, 501, 16);
      Findings findings = search(held, needle("part", secret));
      assertTrue(findings.count() > 0, () -> "nothing from " + from);
      assertTrue(findings.places().stream().allMatch(place -> place.run() == 16));
    }
  }

  @Test
  void fifteenBytesAreNoFind() throws Exception {
    byte[] secret = random(5);
    byte[] held = random(6);
    System.arraycopy(secret, 100, held, 501, 15);
    assertEquals(0, search(held, needle("part", secret)).count());
  }

  private static Findings search(byte[] held, Needle... needles)
      throws IOException, InterruptedException {
    // It copies what it reads into a buffer, says so, and then waits for more.
    Process cat = new ProcessBuilder("cat").start();
    try (OutputStream out = cat.getOutputStream()) {
      out.write(held);
      out.flush();
      assertEquals(held.length, cat.getInputStream().readNBytes(held.length).length);
      try (MemoryImage image = MemoryImage.take(cat.pid())) {
        return image.search(List.of(needles));
      }
    } finally {
      cat.destroyForcibly();
    }
  }

  private static Needle needle(String room, byte... bytes) {
    return new Needle(room, Kind.PAYLOAD, "raw", bytes, 16);
  }

  private static byte[] random(int seed) {
    byte[] bytes = new byte[LENGTH];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
