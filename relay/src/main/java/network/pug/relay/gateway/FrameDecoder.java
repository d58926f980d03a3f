package network.pug.relay.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import network.pug.protocol.CloseCode;

/**
 * Reads what a client sends through a WebSocket (RFC 6455 section 5): takes masks off, joins
 * fragments, and tells of a breach at the first byte that is one, be it in the middle of a frame.
 * Hands on what is {@link Received}. Belongs to its connection's event loop.
 *
 * <p>Nothing waits here but what there is of a message that is not complete. A whole one goes on
 * within the buffer that it came in.
 */
final class FrameDecoder extends ChannelInboundHandlerAdapter {
  private final int maxMessageBytes;

  // The present frame.
  private final FrameHead head = new FrameHead();
  private boolean inPayload;
  private long missing;
  private int mask;
  private ByteBuf controlData = Unpooled.EMPTY_BUFFER;

  // The present message.
  private boolean isFragmented;
  private boolean isText;
  private final Utf8Check utf8 = new Utf8Check();
  private ByteBuf parts = Unpooled.EMPTY_BUFFER;

  private boolean discarding;
  private boolean ended;

  /**
   * A decoder before the first frame.
   *
   * @param maxMessageBytes the most bytes of one message, in however many frames
   */
  FrameDecoder(int maxMessageBytes) {
    this.maxMessageBytes = maxMessageBytes;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    try {
      while (bytes.isReadable() && !ended) {
        if (inPayload) {
          readPayload(context, bytes);
        } else {
          readHead(context, bytes.readByte());
        }
      }
    } finally {
      bytes.release();
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    end();
  }

  /** Forgets what there is of a message; from here on only a close frame is of interest. */
  void discard() {
    discarding = true;
    parts.release();
    parts = Unpooled.EMPTY_BUFFER;
  }

  private void readHead(ChannelHandlerContext context, byte next) {
    if (!head.take(next) || (head.isBegun() && !isInOrder())) {
      violated(context, CloseCode.PROTOCOL_ERROR);
    }
    if (head.isComplete() && !ended) {
      beginPayload(context);
    }
  }

  /** RFC 6455 section 5.4: no message begins within the fragments of another. */
  private boolean isInOrder() {
    return head.isControl() || isFragmented == (head.opcode() == FrameHead.CONTINUATION);
  }

  private void beginPayload(ChannelHandlerContext context) {
    inPayload = true;
    missing = head.length();
    mask = head.mask();
    if (!head.isControl()) {
      beginData(context);
    }
    if (missing == 0) {
      endPart(context, Unpooled.EMPTY_BUFFER);
    }
  }

  private void beginData(ChannelHandlerContext context) {
    if (head.opcode() != FrameHead.CONTINUATION) {
      isText = head.opcode() == FrameHead.TEXT;
      utf8.restart();
    }
    isFragmented = !head.isFinal();
    if (missing > maxMessageBytes - parts.readableBytes()) {
      violated(context, CloseCode.MESSAGE_TOO_BIG);
    }
  }

  private void readPayload(ChannelHandlerContext context, ByteBuf bytes) {
    ByteBuf part = bytes.readSlice((int) Math.min(missing, bytes.readableBytes()));
    missing -= part.readableBytes();
    endPart(context, part);
  }

  /** Takes the next part of a frame's payload, which stays the caller's. */
  private void endPart(ChannelHandlerContext context, ByteBuf part) {
    inPayload = missing > 0;
    if (!discarding || head.opcode() == FrameHead.CLOSE) {
      unmask(part);
      if (head.isControl()) {
        takeControlData(context, part);
      } else {
        takeData(context, part);
      }
    }
    if (!inPayload) {
      head.restart();
    }
  }

  private void takeData(ChannelHandlerContext context, ByteBuf part) {
    boolean isLast = !inPayload && head.isFinal();
    if (isText && !(utf8.accepts(part) && (!isLast || utf8.isComplete()))) {
      violated(context, CloseCode.NOT_UTF8);
      return;
    }
    ByteBuf before = parts;
    parts = isLast ? Unpooled.EMPTY_BUFFER : joined(context, before, part);
    if (isLast) {
      ByteBuf content = before.isReadable() ? joined(context, before, part) : part.retain();
      context.fireChannelRead(isText ? new Received.Text(content) : new Received.Binary(content));
    }
  }

  private void takeControlData(ChannelHandlerContext context, ByteBuf part) {
    controlData = joined(context, controlData, part);
    if (inPayload) {
      return;
    }
    ByteBuf content = controlData;
    controlData = Unpooled.EMPTY_BUFFER;
    switch (head.opcode()) {
      case FrameHead.PING -> context.fireChannelRead(new Received.Ping(content));
      case FrameHead.CLOSE -> {
        int code = closeCode(content);
        content.release();
        closed(context, code);
      }
      default -> content.release(); // a pong: that something came has been heard
    }
  }

  /** What to answer a close frame with (RFC 6455 section 5.5.1). */
  private int closeCode(ByteBuf content) {
    if (!content.isReadable()) {
      return Received.Close.NO_CODE;
    }
    int code = content.readUnsignedShort();
    if (!CloseCode.mayBeSent(code)) {
      return CloseCode.PROTOCOL_ERROR;
    }
    utf8.restart();
    return utf8.accepts(content) && utf8.isComplete() ? code : CloseCode.NOT_UTF8;
  }

  private void violated(ChannelHandlerContext context, int code) {
    if (head.opcode() == FrameHead.CLOSE) {
      closed(context, code);
    } else if (!discarding) {
      discard();
      context.fireChannelRead(new Received.Violation(code));
    }
  }

  private void closed(ChannelHandlerContext context, int code) {
    end();
    context.fireChannelRead(new Received.Close(code));
  }

  private void end() {
    ended = true;
    discard();
    controlData.release();
    controlData = Unpooled.EMPTY_BUFFER;
  }

  /** Appends a part, which stays the caller's, to what was there before it. */
  private static ByteBuf joined(ChannelHandlerContext context, ByteBuf before, ByteBuf part) {
    if (!part.isReadable()) {
      return before;
    }
    // Not as much as the frame says that it has: that much is the client's to send first.
    ByteBuf all =
        before.isReadable() ? before : context.alloc().directBuffer(2 * part.readableBytes());
    return all.writeBytes(part, part.readerIndex(), part.readableBytes());
  }

  private void unmask(ByteBuf part) {
    long twice = (long) mask << Integer.SIZE | Integer.toUnsignedLong(mask);
    int end = part.writerIndex();
    int i = part.readerIndex();
    for (; i <= end - Long.BYTES; i += Long.BYTES) {
      part.setLong(i, part.getLong(i) ^ twice);
    }
    for (; i < end; i++) {
      mask = Integer.rotateLeft(mask, Byte.SIZE);
      part.setByte(i, part.getByte(i) ^ mask);
    }
  }
}
