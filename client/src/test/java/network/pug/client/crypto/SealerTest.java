package network.pug.client.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SealerTest {
  private static final String ROOM = "HxxbL613hDQCTxU3mGNGkg";
  private static final String ME = "0a367b92cf0b037d";

  private final RoomKey key = RoomKey.generate(new Random(1));
  private final Sealer sealer = new Sealer(key, ROOM, ME, new Random(2));

  @Test
  void countsFromOne() {
    for (long counter = 1; counter <= 3; counter++) {
      assertEquals(counter, open(sealer.seal("pug")).counter());
    }
  }

  @Test
  void usesAFreshIvForEachPayload() {
    Set<String> ivs = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      ivs.add(HexFormat.of().formatHex(Arrays.copyOfRange(sealer.seal("pug"), 1, 13)));
    }
    assertEquals(100, ivs.size());
  }

  @Test
  void sealsEqualTextsDifferently() {
    String first = HexFormat.of().formatHex(sealer.seal("pug"));
    assertNotEquals(first, HexFormat.of().formatHex(sealer.seal("pug")));
  }

  @Test
  void sealsTheLongestText() {
    byte[] sealed = sealer.seal("x".repeat(65535));
    assertEquals(29 + 66560, sealed.length);
    assertEquals(65535, open(sealed).text().length());
  }

  @Test
  void refusesALongerText() {
    assertThrows(IllegalArgumentException.class, () -> sealer.seal("x".repeat(65536)));
  }

  @Test
  void refusesHalfACharacter() {
    assertThrows(IllegalArgumentException.class, () -> sealer.seal("pug \ud83d"));
  }

  @Test
  void doesNotCountWhatItRefused() {
    assertThrows(IllegalArgumentException.class, () -> sealer.seal("\udc36"));
    assertEquals(1, open(sealer.seal("pug")).counter());
  }

  @Test
  void stopsAfterTheGreatestCounter() {
    Sealer last = new Sealer(key, ROOM, ME, new Random(3), 0xffff_fffeL);
    assertEquals(0xffff_ffffL, open(last.seal("pug")).counter());
    assertThrows(IllegalStateException.class, () -> last.seal("pug"));
  }

  private Opened.Text open(byte[] sealed) {
    return assertInstanceOf(Opened.Text.class, new Opener(key, ROOM).open(ME, sealed));
  }
}
