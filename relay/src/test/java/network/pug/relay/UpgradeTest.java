package network.pug.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Where HTTP ends and a WebSocket begins. */
class UpgradeTest {
  private static final String HANDSHAKE =
      """
      GET /ws HTTP/1.1\r
      Host: a\r
      Upgrade: websocket\r
      Connection: Upgrade\r
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
      Sec-WebSocket-Version: 13\r
      \r
      """;

  /** An empty ping, its mask zero. */
  private static final String PING = "\u0089\u0080\0\0\0\0";

  @Test
  void whoSendsTooFastRightBehindTheHandshakeIsReadNoFurther() {
    EmbeddedRelay relay = new EmbeddedRelay(1);
    EmbeddedLine line = relay.connect();
    line.send((HANDSHAKE + PING.repeat(60)).getBytes(ISO_8859_1), Integer.MAX_VALUE);
    assertFalse(line.channel().config().isAutoRead());
    line.cut();
    relay.end();
  }

  @Test
  void whoIsSlowEnoughIsReadOn() {
    EmbeddedRelay relay = new EmbeddedRelay(1);
    EmbeddedLine line = relay.connect();
    line.send((HANDSHAKE + PING).getBytes(ISO_8859_1), Integer.MAX_VALUE);
    assertTrue(line.channel().config().isAutoRead());
    line.cut();
    relay.end();
  }
}
