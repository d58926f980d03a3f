package network.pug.relay.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageAssemblerTest {
  private final MessageAssembler assembler =
      new MessageAssembler(UnpooledByteBufAllocator.DEFAULT, 10);

  private @Nullable WebSocketFrame add(WebSocketFrame frame) {
    try {
      return assembler.add(frame);
    } finally {
      frame.release();
    }
  }

  private static ByteBuf bytes(String text) {
    return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
  }

  private static String take(@Nullable WebSocketFrame message) {
    assertNotNull(message);
    String text = message.content().toString(StandardCharsets.US_ASCII);
    message.release();
    return text;
  }

  @Test
  void aWholeMessageIsPassedOnAsItIs() {
    assertEquals("abc", take(add(new BinaryWebSocketFrame(bytes("abc")))));
  }

  @Test
  void fragmentsBecomeOneMessageOfTheFirstOnesKind() {
    assertNull(add(new TextWebSocketFrame(false, 0, bytes("ab"))));
    assertNull(add(new ContinuationWebSocketFrame(false, 0, bytes(""))));
    WebSocketFrame text = add(new ContinuationWebSocketFrame(true, 0, bytes("cd")));
    assertInstanceOf(TextWebSocketFrame.class, text);
    assertEquals("abcd", take(text));
    assertNull(add(new BinaryWebSocketFrame(false, 0, bytes("e"))));
    WebSocketFrame binary = add(new ContinuationWebSocketFrame(true, 0, bytes("f")));
    assertInstanceOf(BinaryWebSocketFrame.class, binary);
    assertEquals("ef", take(binary));
  }

  @Test
  void aMessageMayHaveTheGreatestSizeAndNoByteMore() {
    assertNull(add(new BinaryWebSocketFrame(false, 0, bytes("12345"))));
    assertEquals("1234567890", take(add(new ContinuationWebSocketFrame(true, 0, bytes("67890")))));
    assertNull(add(new BinaryWebSocketFrame(false, 0, bytes("12345"))));
    CorruptedWebSocketFrameException tooBig =
        assertThrows(
            CorruptedWebSocketFrameException.class,
            () -> add(new ContinuationWebSocketFrame(true, 0, bytes("67890x"))));
    assertEquals(WebSocketCloseStatus.MESSAGE_TOO_BIG, tooBig.closeStatus());
    assembler.release();
  }
}
