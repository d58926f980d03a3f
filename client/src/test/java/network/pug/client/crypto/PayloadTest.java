package network.pug.client.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import network.pug.client.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PayloadTest {
  static Stream<Vector> all() throws IOException {
    return Vector.all("payload");
  }

  static Stream<Vector> sealable() throws IOException {
    return all().filter(vector -> vector.get("expect").equals("ok"));
  }

  @ParameterizedTest
  @MethodSource("sealable")
  void sealsAsTheVectorsSay(Vector vector) {
    byte[] iv = HexFormat.of().parseHex(vector.get("iv"));
    long counter = Long.parseLong(vector.get("counter"));
    byte[] sealed = seal(vector, iv, counter, vector.body());
    assertEquals(vector.get("sealed"), HexFormat.of().formatHex(sealed));
  }

  @ParameterizedTest
  @MethodSource("all")
  void opensAsTheVectorsSay(Vector vector) {
    switch (open(vector)) {
      case OpenFailure failure -> assertEquals(vector.get("expect"), failure.code());
      case Opened.Text text -> {
        assertEquals(vector.get("expect"), "ok");
        assertEquals(vector.body(), text.text());
        assertEquals(Long.parseLong(vector.get("counter")), text.counter());
        assertEquals(Long.parseLong(vector.fields().getOrDefault("gap", "0")), text.gap());
      }
    }
  }

  @Test
  void saysNothingOfTheTextInToString() {
    assertFalse(new Opened.Text("meet me at nine", 1, 0).toString().contains("nine"));
  }

  @Test
  void generatesKeysThatReadBack() {
    RoomKey key = RoomKey.generate(new Random(1));
    RoomKey read = RoomKey.parse(key.encoded());
    assertNotNull(read);
    assertEquals(key.encoded(), read.encoded());
    assertEquals(43, key.encoded().length());
  }

  private static Opened open(Vector vector) {
    Opener opener = new Opener(key(vector), vector.get("roomId"));
    String sender = vector.get("connectionId");
    switch (vector.get("last")) {
      case "" -> {}
      case "0" -> opener.joined(sender);
      default -> opener.open(sender, earlier(vector, Long.parseLong(vector.get("last"))));
    }
    return opener.open(sender, HexFormat.of().parseHex(vector.get("sealed")));
  }

  private static byte[] earlier(Vector vector, long counter) {
    return seal(vector, new byte[Payload.IV_BYTES], counter, "earlier");
  }

  private static byte[] seal(Vector vector, byte[] iv, long counter, String text) {
    return Payload.seal(
        key(vector), vector.get("roomId"), vector.get("connectionId"), iv, counter, text);
  }

  private static RoomKey key(Vector vector) {
    RoomKey key = RoomKey.parse(vector.get("key"));
    assertNotNull(key);
    return key;
  }
}
