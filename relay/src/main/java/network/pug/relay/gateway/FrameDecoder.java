package network.pug.relay.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import network.pug.protocol.CloseCode;

/**
 * Reads what a client sends through a WebSocket (RFC 6455 section 5): takes masks off, joins
 * fragments, and tells of a breach at the first byte that is one, be it in the middle of a frame.
 * Hands on what is {@link Received}, one after the other, until it is told to pause: then bytes
 * wait as they came, for what is made of them takes more memory than they do. Belongs to its
 * connection's event loop.
 *
 * <p>Beside them nothing waits here but what there is of a message that is not complete, and that
 * counts against the bound for all that waits. A whole message goes on within the buffer that it
 * came in.
 */
final class FrameDecoder {
  private final ByteBufAllocator alloc;
  private final int maxMessageBytes;
  private final Backlog backlog;
  private final Consumer<Received> taker;
  private final ArrayDeque<ByteBuf> waiting = new ArrayDeque<>(1);

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
  private int counted;

  private boolean decoding;
  private boolean paused;
  private boolean discarding;
  private boolean ended;

  /**
   * A decoder before the first frame.
   *
   * @param maxMessageBytes the most bytes of one message, in however many frames
   * @param backlog counts the bytes of messages that are not complete
   * @param taker gets each thing received, and releases it
   */
  FrameDecoder(
      ByteBufAllocator alloc, int maxMessageBytes, Backlog backlog, Consumer<Received> taker) {
    this.alloc = alloc;
    this.maxMessageBytes = maxMessageBytes;
    this.backlog = backlog;
    this.taker = taker;
  }

  /**
   * Decodes the next bytes, or keeps them while it pauses.
   *
   * @param bytes each payload among them in one piece of memory; released when they are used up
   */
  void decode(ByteBuf bytes) {
    waiting.add(bytes);
    decode();
  }

  /** Nothing more is given from here on. */
  void pause() {
    paused = true;
  }

  /** Goes on, until the taker asks for another pause. */
  void resume() {
    paused = false;
    decode();
  }

  /** Forgets what there is of a message; from here on only a close frame is of interest. */
  void discard() {
    discarding = true;
    dropParts();
  }

  /** Nothing is of interest any more. */
  void end() {
    ended = true;
    discard();
    controlData.release();
    controlData = Unpooled.EMPTY_BUFFER;
    waiting.forEach(ByteBuf::release);
    waiting.clear();
  }

  private void dropParts() {
    backlog.remove(counted);
    counted = 0;
    parts.release();
    parts = Unpooled.EMPTY_BUFFER;
  }

  private void decode() {
    if (decoding) {
      return; // the taker has asked for a pause and for its end
    }
    decoding = true;
    try {
      while (!paused && !waiting.isEmpty()) {
        ByteBuf bytes = waiting.element();
        if (ended || !bytes.isReadable()) {
          waiting.remove().release();
        } else if (inPayload) {
          readPayload(bytes);
        } else {
          readHead(bytes.readByte());
        }
      }
    } finally {
      decoding = false;
    }
  }

  private void readHead(byte next) {
    if (!head.take(next) || (head.isBegun() && !isInOrder())) {
      violated(CloseCode.PROTOCOL_ERROR);
    }
    if (head.isComplete() && !ended) {
      beginPayload();
    }
  }

  /** RFC 6455 section 5.4: no message begins within the fragments of another. */
  private boolean isInOrder() {
    return head.isControl() || isFragmented == (head.opcode() == FrameHead.CONTINUATION);
  }

  private void beginPayload() {
    inPayload = true;
    missing = head.length();
    mask = head.mask();
    if (!head.isControl()) {
      beginData();
    }
    if (missing == 0) {
      endPart(Unpooled.EMPTY_BUFFER);
    }
  }

  private void beginData() {
    if (head.opcode() != FrameHead.CONTINUATION) {
      isText = head.opcode() == FrameHead.TEXT;
      utf8.restart();
    }
    isFragmented = !head.isFinal();
    if (missing > maxMessageBytes - parts.readableBytes()) {
      violated(CloseCode.MESSAGE_TOO_BIG);
    }
  }

  private void readPayload(ByteBuf bytes) {
    ByteBuf part = bytes.readSlice((int) Math.min(missing, bytes.readableBytes()));
    missing -= part.readableBytes();
    endPart(part);
  }

  /** Takes the next part of a frame's payload, which stays the caller's. */
  private void endPart(ByteBuf part) {
    inPayload = missing > 0;
    if (!discarding || head.opcode() == FrameHead.CLOSE) {
      unmask(part);
      if (head.isControl()) {
        takeControlData(part);
      } else {
        takeData(part);
      }
    }
    if (!inPayload) {
      head.restart();
    }
  }

  private void takeData(ByteBuf part) {
    boolean isLast = !inPayload && head.isFinal();
    if (isText && !(utf8.accepts(part) && (!isLast || utf8.isComplete()))) {
      violated(CloseCode.NOT_UTF8);
      return;
    }
    if (isLast && !parts.isReadable()) {
      give(part.retain());
    } else if (!backlog.tryAdd(0, part.readableBytes())) {
      violated(CloseCode.OVERLOADED);
    } else {
      counted += part.readableBytes();
      parts = joined(parts, part);
      if (isLast) {
        ByteBuf content = parts.retain();
        dropParts();
        give(content);
      }
    }
  }

  private void give(ByteBuf content) {
    taker.accept(isText ? new Received.Text(content) : new Received.Binary(content));
  }

  private void takeControlData(ByteBuf part) {
    controlData = joined(controlData, part);
    if (inPayload) {
      return;
    }
    ByteBuf content = controlData;
    controlData = Unpooled.EMPTY_BUFFER;
    switch (head.opcode()) {
      case FrameHead.PING -> taker.accept(new Received.Ping(content));
      case FrameHead.CLOSE -> {
        Received.Close close = close(content);
        content.release();
        closed(close);
      }
      default -> content.release(); // a pong: that something came has been heard
    }
  }

  /** A close frame by its content (RFC 6455 section 5.5.1). */
  private Received.Close close(ByteBuf content) {
    if (!content.isReadable()) {
      return new Received.Close(Received.Close.NO_CODE, false);
    }
    int code = content.readUnsignedShort();
    if (!CloseCode.mayBeSent(code)) {
      return new Received.Close(CloseCode.PROTOCOL_ERROR, true);
    }
    utf8.restart();
    return utf8.accepts(content) && utf8.isComplete()
        ? new Received.Close(code, false)
        : new Received.Close(CloseCode.NOT_UTF8, true);
  }

  private void violated(int code) {
    if (head.opcode() == FrameHead.CLOSE) {
      closed(new Received.Close(code, true));
    } else if (!discarding) {
      discard();
      taker.accept(new Received.Violation(code));
    }
  }

  private void closed(Received.Close close) {
    end();
    taker.accept(close);
  }

  /** Appends a part, which stays the caller's, to what was there before it. */
  private ByteBuf joined(ByteBuf before, ByteBuf part) {
    if (!part.isReadable()) {
      return before;
    }
    // Not as much as the frame says that it has: that much is the client's to send first.
    ByteBuf all = before.isReadable() ? before : alloc.directBuffer(2 * part.readableBytes());
    return all.writeBytes(part, part.readerIndex(), part.readableBytes());
  }

  private void unmask(ByteBuf part) {
    if (!part.isReadable()) {
      return;
    }
    // Little-endian, as most processors are: this loop over a ByteBuffer becomes vector
    // instructions.
    ByteBuffer bytes = part.nioBuffer().order(ByteOrder.LITTLE_ENDIAN);
    long twice = Long.reverseBytes((long) mask << Integer.SIZE | Integer.toUnsignedLong(mask));
    int end = bytes.limit();
    int i = 0;
    for (; i <= end - Long.BYTES; i += Long.BYTES) {
      bytes.putLong(i, bytes.getLong(i) ^ twice);
    }
    for (; i < end; i++) {
      mask = Integer.rotateLeft(mask, Byte.SIZE);
      bytes.put(i, (byte) (bytes.get(i) ^ mask));
    }
  }
}
