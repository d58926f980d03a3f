package network.pug.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Any text is a link, a key text, or said to be none; what is one can be written and read again.
 */
public final class RoomLinkFuzz {
  private RoomLinkFuzz() {}

  /** One text that somebody pasted. */
  public static void fuzzerTestOneInput(byte[] utf8) {
    String text = new String(utf8, UTF_8);
    if (RoomLink.parse(text) instanceof RoomLink link) {
      assertEquals(link, RoomLink.parse(link.format()));
      assertEquals("RoomLink", link.toString());
      assertTrue(link.base().matches("https?://[^?#@\\\\ \\t\\r\\n]+"), link.base());
      assertEquals(link.keyText(), KeyText.parse(link.format().replaceFirst("[^#]*#", "")));
    }
    if (KeyText.parse(text) instanceof KeyText key) {
      assertEquals(key, KeyText.parse(key.format()));
      assertEquals("KeyText", key.toString());
    }
  }
}
