package network.pug.relay.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.jspecify.annotations.Nullable;

/**
 * Joins the fragments of a message (RFC 6455 section 5.4) up to a size. Netty's decoder has checked
 * that they come in a proper order. Belongs to its connection's event loop.
 */
final class MessageAssembler {
  private final ByteBufAllocator alloc;
  private final int maxBytes;
  private @Nullable ByteBuf parts;
  private boolean text;

  MessageAssembler(ByteBufAllocator alloc, int maxBytes) {
    this.alloc = alloc;
    this.maxBytes = maxBytes;
  }

  /**
   * Takes a data frame, which stays the caller's.
   *
   * @return the message that it completes, owned by the caller; null if more is to come
   * @throws CorruptedWebSocketFrameException with 1009 if the message is too big
   */
  @Nullable WebSocketFrame add(WebSocketFrame frame) {
    if (frame.isFinalFragment() && !(frame instanceof ContinuationWebSocketFrame)) {
      return frame.retain();
    }
    ByteBuf joined = parts;
    if (joined == null) {
      text = frame instanceof TextWebSocketFrame;
      joined = alloc.directBuffer(frame.content().readableBytes());
      parts = joined;
    }
    if (joined.readableBytes() + frame.content().readableBytes() > maxBytes) {
      throw new CorruptedWebSocketFrameException(
          WebSocketCloseStatus.MESSAGE_TOO_BIG, "message too big");
    }
    joined.writeBytes(
        frame.content(), frame.content().readerIndex(), frame.content().readableBytes());
    if (!frame.isFinalFragment()) {
      return null;
    }
    parts = null;
    return text ? new TextWebSocketFrame(joined) : new BinaryWebSocketFrame(joined);
  }

  /** Lets go of an unfinished message. */
  void release() {
    if (parts != null) {
      parts.release();
      parts = null;
    }
  }
}
