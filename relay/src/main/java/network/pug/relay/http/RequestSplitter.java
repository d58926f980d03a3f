package network.pug.relay.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of Netty's HTTP parser and gives it one request at a time, its head scanned and
 * redacted; what is behind that request waits here as it came. Where a head ends and how long its
 * body is, the parser itself tells, through the handler behind it: so both always mean the same.
 * Belongs to its connection's event loop.
 *
 * <pre>
 *   [HEAD] --parsed--&gt; [BODY] or [CHUNKS] --last part parsed--&gt; [HELD] --101--&gt; passed on
 *     ^ |                  |                                       |
 *     | +---- no HTTP -----+--&gt; [DROPPED] &lt;--last answer-----------+
 *     +-------------------------------------------------answered---+
 * </pre>
 */
final class RequestSplitter extends ChannelInboundHandlerAdapter {
  /**
   * The most bytes of a body in chunks with all that is around it: as many as a body may have, each
   * in a chunk of its own, and as much again for extensions and trailers.
   */
  static final int MAX_CHUNK_BYTES = 12 * HttpConnection.MAX_BODY_BYTES;

  private enum Next {
    HEAD,
    BODY,
    /** A body of unknown length. */
    CHUNKS,
    /** The next request, or another protocol, if it is agreed to. */
    HELD,
    /** Nothing that anybody wants. */
    DROPPED
  }

  private final HeadRedactor redactor;
  private final ArrayDeque<ByteBuf> held = new ArrayDeque<>(1);
  private @Nullable ChannelHandlerContext front;
  private @Nullable ChannelHandlerContext behind;
  private Next next = Next.HEAD;
  private long chunkBytes;
  private long bodyBytes;
  private long bodyLength;
  private boolean splitting;

  RequestSplitter(HeadRedactor redactor) {
    this.redactor = redactor;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    front = context;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    held.add((ByteBuf) message);
    split(context);
  }

  /** Another protocol was agreed to, or the connection has ended. */
  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    while (!held.isEmpty()) {
      context.fireChannelRead(held.remove());
    }
    redactor.takeCredentials().release();
  }

  /** What belongs behind the parser. */
  ChannelHandler behind() {
    return new ChannelInboundHandlerAdapter() {
      @Override
      public void handlerAdded(ChannelHandlerContext context) {
        behind = context;
      }

      @Override
      public void channelRead(ChannelHandlerContext context, Object part) {
        parsed(part);
        context.fireChannelRead(part);
      }
    };
  }

  /** The credentials of the request whose head was parsed: to be called once, and released. */
  ByteBuf takeCredentials() {
    return redactor.takeCredentials();
  }

  /** How far the head is that has begun and is not complete. */
  HeadScanner.Place place() {
    return redactor.place();
  }

  /** Whether more has come than the request that is being answered. */
  boolean isHolding() {
    return !held.isEmpty();
  }

  /** The request is answered, and the next may come. */
  void goOn() {
    next = Next.HEAD;
    if (front != null) {
      split(front);
    }
  }

  /** Nothing more will be answered. */
  void end() {
    next = Next.DROPPED;
    held.forEach(ByteBuf::release);
    held.clear();
  }

  /** Goes on until nothing is there or something has to wait; an answer given meanwhile is seen. */
  private void split(ChannelHandlerContext context) {
    if (splitting) {
      return;
    }
    splitting = true;
    try {
      while (next != Next.HELD && !held.isEmpty()) {
        ByteBuf bytes = held.element();
        if (next == Next.DROPPED || !bytes.isReadable()) {
          held.remove().release();
        } else {
          int length = nextLength(bytes);
          context.fireChannelRead(
              length == bytes.readableBytes() ? held.remove() : bytes.readRetainedSlice(length));
        }
      }
    } catch (ProblemException e) {
      refuse(e);
    } finally {
      splitting = false;
    }
  }

  private int nextLength(ByteBuf bytes) throws ProblemException {
    return switch (next) {
      case HEAD -> redactor.redact(bytes);
      case BODY -> Math.clamp(bodyLength - bodyBytes, 1, bytes.readableBytes());
      case CHUNKS -> chunks(bytes);
      case HELD, DROPPED -> throw new IllegalStateException("nothing is next");
    };
  }

  /** Up to the end of a line, for where the chunks end, one does. */
  private int chunks(ByteBuf bytes) throws ProblemException {
    int before = bytes.bytesBefore((byte) '\n');
    int length = before < 0 ? bytes.readableBytes() : before + 1;
    chunkBytes += length;
    if (chunkBytes > MAX_CHUNK_BYTES) {
      throw Problems.chunksTooLarge();
    }
    return length;
  }

  /** As if the parser had found it. */
  private void refuse(ProblemException problem) {
    end();
    HttpContent refused = new DefaultLastHttpContent(Unpooled.EMPTY_BUFFER);
    refused.setDecoderResult(DecoderResult.failure(problem));
    if (behind != null) {
      behind.fireChannelRead(refused);
    }
  }

  private void parsed(Object part) {
    if (part instanceof HttpRequest request) {
      next = body(request);
    }
    if (part instanceof HttpContent content) {
      bodyBytes += content.content().readableBytes();
      if (content.decoderResult().isFailure() || bodyBytes > HttpConnection.MAX_BODY_BYTES) {
        next = Next.DROPPED; // it will be refused, and until then no more of it waits
      } else if (part instanceof LastHttpContent && next != Next.DROPPED) {
        next = Next.HELD;
      }
    }
  }

  /** What follows the head of a request. */
  private Next body(HttpRequest request) {
    if (request.decoderResult().isFailure()) {
      return Next.DROPPED;
    }
    chunkBytes = 0;
    bodyBytes = 0;
    bodyLength = HttpUtil.getContentLength(request, 0L);
    return HttpUtil.isTransferEncodingChunked(request) ? Next.CHUNKS : Next.BODY;
  }
}
