package network.pug.relay.http;

import static io.netty.handler.codec.http.HttpHeaderNames.UPGRADE;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayDeque;

/**
 * Stands in front of Netty's HTTP parser and gives it one head at a time, redacted; what is no head
 * passes as it came. Where a head ends and how long its body is, the parser itself tells, through
 * the handler behind it: so both always mean the same. Belongs to its connection's event loop.
 *
 * <pre>
 *   [HEAD] --parsed--&gt; [BODY] or [CHUNKS] --last part parsed--&gt; [HEAD]
 *                          | no HTTP           | of a request for another protocol
 *                          v                   v
 *                      [DROPPED] &lt;--refused-- [HELD] --101--&gt; passed on
 * </pre>
 */
final class RequestSplitter extends ChannelInboundHandlerAdapter {
  private enum Next {
    HEAD,
    BODY,
    /** A body of unknown length. */
    CHUNKS,
    /** Another protocol, if it is agreed to. */
    HELD,
    /** Nothing that anybody wants. */
    DROPPED
  }

  private final HeadRedactor redactor;
  private final ArrayDeque<ByteBuf> credentials = new ArrayDeque<>(1);
  private final ArrayDeque<ByteBuf> held = new ArrayDeque<>(0);
  private Next next = Next.HEAD;
  private long bodyBytes;
  private long bodyLength;
  private boolean upgrade;
  private boolean heard;
  private boolean removed;

  RequestSplitter(HeadRedactor redactor) {
    this.redactor = redactor;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    heard = true;
    try {
      while (bytes.isReadable()) {
        ByteBuf part = bytes.readRetainedSlice(nextLength(bytes));
        if (removed || (next != Next.HELD && next != Next.DROPPED)) {
          context.fireChannelRead(part);
        } else if (next == Next.HELD) {
          held.add(part);
        } else {
          part.release();
        }
      }
    } finally {
      bytes.release();
    }
  }

  /** Another protocol was agreed to, or the connection has ended. */
  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    removed = true;
    held.forEach(context::fireChannelRead);
    held.clear();
    redactor.takeCredentials().release();
    credentials.forEach(ByteBuf::release);
    credentials.clear();
  }

  /** What belongs behind the parser. */
  ChannelHandler behind() {
    return new ChannelInboundHandlerAdapter() {
      @Override
      public void channelRead(ChannelHandlerContext context, Object part) {
        parsed(part);
        context.fireChannelRead(part);
      }
    };
  }

  /** The credentials of the next request: to be called once for each, and released. */
  ByteBuf takeCredentials() {
    return credentials.remove();
  }

  /** Whether anything came since this was asked last. */
  boolean heard() {
    boolean was = heard;
    heard = false;
    return was;
  }

  /** Nothing more will be answered. */
  void end() {
    next = Next.DROPPED;
    held.forEach(ByteBuf::release);
    held.clear();
  }

  private int nextLength(ByteBuf bytes) {
    return switch (next) {
      case HEAD -> removed ? bytes.readableBytes() : redactor.redact(bytes);
      case BODY -> Math.clamp(bodyLength - bodyBytes, 1, bytes.readableBytes());
      case CHUNKS -> line(bytes); // for its end is the end of a line
      case HELD, DROPPED -> bytes.readableBytes();
    };
  }

  private static int line(ByteBuf bytes) {
    int before = bytes.bytesBefore((byte) '\n');
    return before < 0 ? bytes.readableBytes() : before + 1;
  }

  private void parsed(Object part) {
    if (part instanceof HttpRequest request) {
      credentials.add(redactor.takeCredentials());
      next = body(request);
    }
    if (part instanceof HttpContent content) {
      bodyBytes += content.content().readableBytes();
      if (content.decoderResult().isFailure() || bodyBytes > HttpConnection.MAX_BODY_BYTES) {
        next = Next.DROPPED; // it will be refused, and until then no more of it waits
      } else if (part instanceof LastHttpContent && next != Next.DROPPED) {
        next = upgrade ? Next.HELD : Next.HEAD;
      }
    }
  }

  /** What follows the head of a request. */
  private Next body(HttpRequest request) {
    if (request.decoderResult().isFailure()) {
      return Next.DROPPED;
    }
    upgrade = request.headers().contains(UPGRADE);
    bodyBytes = 0;
    bodyLength = HttpUtil.getContentLength(request, 0L);
    return HttpUtil.isTransferEncodingChunked(request) ? Next.CHUNKS : Next.BODY;
  }
}
