package network.pug.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Random;
import java.util.stream.Stream;
import network.pug.client.crypto.RoomKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyTextTest {
  static Stream<Vector> keyTexts() throws IOException {
    return Vector.all("key");
  }

  @ParameterizedTest
  @MethodSource("keyTexts")
  void readsKeyTextsAsTheVectorsSay(Vector vector) {
    switch (KeyText.parse(vector.body())) {
      case LinkFault fault -> assertEquals(vector.get("expect"), fault.code());
      case KeyText keyText -> {
        assertEquals(vector.get("expect"), "ok");
        assertEquals(vector.get("key"), keyText.key().encoded());
        assertEquals(vector.get("secret"), keyText.secret());
      }
    }
  }

  @Test
  void readsBackWhatItFormats() {
    KeyText keyText = new KeyText(RoomKey.generate(new Random(1)), "K7gNU3sdo-OL0wNhqoVWhg");
    assertEquals(keyText, KeyText.parse(keyText.format()));
  }

  @Test
  void saysNothingInToString() {
    KeyText keyText = new KeyText(RoomKey.generate(new Random(1)), "K7gNU3sdo-OL0wNhqoVWhg");
    assertEquals("KeyText", keyText.toString());
  }
}
