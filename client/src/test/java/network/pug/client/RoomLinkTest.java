package network.pug.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.util.Random;
import java.util.stream.Stream;
import network.pug.client.crypto.RoomKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoomLinkTest {
  static Stream<Vector> links() throws IOException {
    return Vector.all("link");
  }

  @ParameterizedTest
  @MethodSource("links")
  void readsLinksAsTheVectorsSay(Vector vector) {
    switch (RoomLink.parse(vector.body())) {
      case LinkFault fault -> assertEquals(vector.get("expect"), fault.code());
      case RoomLink link -> {
        assertEquals(vector.get("expect"), "ok");
        assertEquals(vector.get("base"), link.base());
        assertEquals(vector.get("roomId"), link.roomId());
        assertEquals(vector.get("key"), link.key().encoded());
        assertEquals(vector.get("secret"), link.secret());
      }
    }
  }

  @Test
  void readsBackWhatItFormats() {
    RoomLink link = newLink();
    RoomLink read = (RoomLink) RoomLink.parse(link.format());
    assertEquals(link, read);
    assertEquals(link.hashCode(), read.hashCode());
  }

  @Test
  void isAnotherLinkWithAnotherKey() {
    RoomLink link = newLink();
    RoomKey key = RoomKey.generate(new Random(2));
    assertNotEquals(link, new RoomLink(link.base(), link.roomId(), key, link.secret()));
  }

  @Test
  void refusesALongPathWithoutRunningOutOfStack() {
    String text = "https://a" + "/b".repeat(100_000);
    assertEquals(LinkFault.NOT_A_ROOM_LINK, RoomLink.parse(text));
  }

  @Test
  void readsALinkBelowALongPath() {
    RoomLink link = newLink();
    String base = "https://a" + "/r".repeat(100_000);
    String text = link.format().replace(link.base(), base);
    assertEquals(base, ((RoomLink) RoomLink.parse(text)).base());
  }

  @Test
  void takesTheLastRoomOfAPathForTheRoom() {
    RoomLink link = newLink();
    String base = link.base() + "/r/" + link.roomId();
    String text = link.format().replace(link.base(), base);
    assertEquals(base, ((RoomLink) RoomLink.parse(text)).base());
  }

  @Test
  @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void goesThroughWhiteSpaceOnce() {
    String text = "https://a" + " ".repeat(1_000_000) + "b";
    assertEquals(LinkFault.NOT_A_ROOM_LINK, RoomLink.parse(text));
  }

  @Test
  void putsKeyAndSecretBehindTheHash() {
    RoomLink link = newLink();
    assertEquals("https://pug.example/base/r/HxxbL613hDQCTxU3mGNGkg", link.formatAddress());
    assertEquals(link.formatAddress() + "#" + link.keyText().format(), link.format());
  }

  @Test
  void saysNothingInToString() {
    RoomLink link = newLink();
    String printed = link + " " + link.key();
    assertFalse(printed.contains(link.roomId()));
    assertFalse(printed.contains(link.secret()));
    assertFalse(printed.contains(link.key().encoded()));
  }

  @Test
  void everyFaultAdvisesInASentence() {
    for (LinkFault fault : LinkFault.values()) {
      assertFalse(fault.advice().isBlank());
      assertEquals('.', fault.advice().charAt(fault.advice().length() - 1));
    }
  }

  private static RoomLink newLink() {
    return new RoomLink(
        "https://pug.example/base",
        "HxxbL613hDQCTxU3mGNGkg",
        RoomKey.generate(new Random(1)),
        "K7gNU3sdo-OL0wNhqoVWhg");
  }
}
