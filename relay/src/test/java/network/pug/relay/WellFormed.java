package network.pug.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges all that a relay has said on one connection by the grammars of HTTP and WebSocket. */
final class WellFormed {
  private static final String NAME = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final Pattern HEAD =
      Pattern.compile(
          "HTTP/1\\.1 ([1-5][0-9]{2}) [ -~]*\r\n((?:" + NAME + ": [\\t -~]*\r\n)*)\r\n");
  private static final Pattern LENGTH =
      Pattern.compile("(?i)(?<=^|\n)content-length: ([0-9]+)\r\n");
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PONG = 10;

  private WellFormed() {}

  /**
   * Checks everything up to the end of the connection.
   *
   * @param methods of the requests that were understood, in order
   */
  static void check(byte[] said, Queue<String> methods) {
    String text = new String(said, ISO_8859_1);
    Matcher head = HEAD.matcher(text);
    int at = 0;
    while (at < text.length()) {
      assertTrue(head.find(at) && head.start() == at, "no answer: " + text.substring(at));
      at = head.end();
      int status = Integer.parseInt(head.group(1));
      if (status == 101) {
        checkFrames(ByteBuffer.wrap(said, at, said.length - at));
        return;
      }
      if (status != 100) {
        boolean isHead = "HEAD".equals(methods.poll());
        Matcher length = LENGTH.matcher(head.group(2));
        assertTrue(length.find(), "an answer without a length");
        at += isHead ? 0 : Integer.parseInt(length.group(1));
        assertTrue(at <= text.length(), "an answer that is cut off");
        assertFalse(length.find(), "two lengths");
      }
    }
  }

  /** RFC 6455 section 5: whole messages, unmasked, shortest lengths, and a close frame the last. */
  private static void checkFrames(ByteBuffer frames) {
    boolean closed = false;
    while (frames.hasRemaining()) {
      assertFalse(closed, "a frame behind the close frame");
      int opcode = (frames.get() & 0xff) - 0x80;
      assertTrue(
          opcode == TEXT || opcode == BINARY || (opcode >= CLOSE && opcode <= PONG),
          "bits or opcode");
      int length = frames.get();
      if (length == 126) {
        length = frames.getShort() & 0xffff;
        assertTrue(length >= 126, "a length that is not the shortest");
      }
      assertTrue(length >= 0 && length <= frames.remaining(), "masked, too long or cut off");
      assertTrue(opcode < CLOSE || length <= 125, "a control frame too long");
      assertTrue(opcode != CLOSE || length != 1, "half a close code");
      frames.position(frames.position() + length);
      closed = opcode == CLOSE;
    }
    assertEquals(0, frames.remaining());
  }
}
