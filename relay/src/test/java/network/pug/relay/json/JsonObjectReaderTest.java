package network.pug.relay.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectReaderTest {
  /** What texts are made of by {@link #anObjectIsReadAsByJackson}: valid, nearly valid, and not. */
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "\"",
          "\\",
          " ",
          "\n",
          "\"a\"",
          "\"b\"",
          "\"a\":",
          "\"b\":1",
          "\"\\u0061\":",
          "1",
          "0",
          "01",
          "-",
          "-0.5e+7",
          "1.",
          "1e",
          "true",
          "false",
          "null",
          "tru",
          "\\u00e4",
          "\\ud83d\\ude00",
          "\\ud83d",
          "\\ude00",
          "\\n",
          "\\x",
          "ä",
          "€",
          "😀",
          "\u007f",
          "\u0001",
          "{}",
          "[]",
          "{\"c\":[1,\"x\"]}",
          "\"s\"",
          "\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"");

  @Test
  void handsOverTheStringsOfTheTopLevel() {
    assertEquals(
        "a=x b= c=y",
        read("{\"a\":\"x\",\"n\":1,\"b\":\"\",\"o\":{\"p\":\"q\"},\"l\":[\"m\"],\"c\":\"y\"}"));
  }

  @ParameterizedTest
  @CsvSource({
    "\\u0041, A",
    "\\u00fC, ü",
    "\\u20ac, €",
    "\\ud83d\\uDE00, 😀",
    "\\uffff, \uffff",
    "a\\/b, a/b",
    "ü€😀, ü€😀",
  })
  void decodesStringsInPlace(String string, String text) {
    assertEquals(
        "a=" + text + " b=" + text, read("{\"a\":\"%1$s\",\"b\":\"%1$s\"}".formatted(string)));
  }

  @Test
  void decodesAWholeTextWithinItsOwnBytes() throws MalformedJsonException {
    ByteBuffer json = ByteBuffer.allocateDirect(64);
    json.put("{\"\\u0061\":\"\\u0062\\u0063\"}".getBytes(UTF_8)).flip();
    List<ByteBuffer> views = new ArrayList<>();
    JsonObjectReader.read(
        json,
        (name, text) -> {
          views.add(name);
          views.add(text);
        });
    assertTrue(views.stream().allMatch(ByteBuffer::isDirect), "nothing is on the heap");
    assertEquals("a", JsonFuzz.string(views.get(0)));
    assertEquals("bc", JsonFuzz.string(views.get(1)));
  }

  /** Bytes as hex: what an editor would not let stand in a text. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "c0af",
        "c1bf",
        "80",
        "bf",
        "e08080",
        "e09fbf",
        "eda080",
        "edbfbf",
        "f08080bf",
        "f0808080",
        "f4908080",
        "f5808080",
        "ff",
        "c3",
        "e282",
        "f09f98",
        "c3c3",
        "1f",
        "00",
        "e2ff80",
        "f09fff80"
      })
  void whatIsNoUtf8IsMalformed(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    ByteBuffer json = ByteBuffer.allocate(64);
    json.put("{\"a\":\"".getBytes(UTF_8)).put(bytes).put("\"}".getBytes(UTF_8)).flip();
    assertEquals("malformed", JsonFuzz.relay(json));
  }

  @Test
  void aNameMayBeThereOnceHoweverItIsWritten() {
    assertEquals("malformed", read("{\"a\":1,\"\\u0061\":2}"));
    assertEquals("malformed", read("{\"o\":{\"a\":1,\"a\":2}}"));
    assertEquals("malformed", read("{\"l\":[{\"a\":1,\"a\":2}]}"));
    assertEquals("", read("{\"a\":{\"a\":{\"a\":1}},\"b\":[{\"a\":1},{\"a\":1}]}"));
  }

  @Test
  void objectsNestSixtyFourLevelsDeep() {
    assertEquals("", read("{\"a\":".repeat(63) + "{}" + "}".repeat(63)));
    assertEquals("malformed", read("{\"a\":".repeat(64) + "{}" + "}".repeat(64)));
    assertEquals("", read("{\"a\":" + "[".repeat(63) + "]".repeat(63) + "}"));
    assertEquals("malformed", read("{\"a\":" + "[".repeat(64) + "]".repeat(64) + "}"));
  }

  @Test
  void anObjectIsReadAsByJackson() {
    Random random = new Random(4);
    int wellFormed = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder("{");
      for (int pieces = random.nextInt(8); pieces > 0; pieces--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      String json = text.append('}').toString();
      String expected = JsonFuzz.jackson(json.getBytes(UTF_8));
      assertEquals(expected, read(json), json);
      wellFormed += expected.equals("malformed") ? 0 : 1;
    }
    assertTrue(wellFormed > 1000, "only " + wellFormed + " were well-formed");
  }

  @Test
  void comparesWithAscii() {
    ByteBuffer text = ByteBuffer.wrap("xtypex".getBytes(UTF_8), 1, 4);
    assertTrue(JsonObjectReader.is(text, "type"));
    assertFalse(JsonObjectReader.is(text, "typ"));
    assertFalse(JsonObjectReader.is(text, "Type"));
    assertFalse(JsonObjectReader.is(text, "types"));
  }

  private static String read(String json) {
    return JsonFuzz.relay(ByteBuffer.wrap(json.getBytes(UTF_8)));
  }
}
