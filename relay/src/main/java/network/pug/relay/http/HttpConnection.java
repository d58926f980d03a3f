package network.pug.relay.http;

import static io.netty.handler.codec.http.HttpHeaderNames.CONNECTION;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_LENGTH;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import network.pug.relay.room.Bugs;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 connection: collects a request, has it answered, and only then reads the next, so
 * that pipelined requests are answered in order. Belongs to its event loop.
 *
 * <pre>
 *   [head] --head complete--&gt; [body] --body complete--&gt; [answering] --taken--&gt; [head]
 *     |  10 s: 408               |  10 s: 408, 4 KiB: 413       |
 *     +--------------------------+--&gt; [ended] &lt;-- 101, close, or not taken within 30 s
 * </pre>
 */
public final class HttpConnection extends ChannelInboundHandlerAdapter {
  /** The most bytes of a request's body. */
  static final int MAX_BODY_BYTES = 4096;

  /**
   * How long a client may take.
   *
   * @param head until the request's head is complete
   * @param body from there until its body is
   * @param answer until it has taken the answer
   */
  public record Timeouts(Duration head, Duration body, Duration answer) {}

  private final Site site;
  private final RequestSplitter splitter;
  private final boolean proxied;
  private final Admission admission;
  private final Upgrade upgrade;

  private @Nullable HttpRequest head;
  private ByteBuf body = Unpooled.EMPTY_BUFFER;
  private ByteBuf credentials = Unpooled.EMPTY_BUFFER;
  private @Nullable ScheduledFuture<?> timer;
  private boolean ended;

  /** Tells a connection that the relay is shutting down: it ends. */
  public enum ShutDown {
    /** At once, for a request can be sent again. */
    NOW
  }

  /**
   * A connection.
   *
   * @param splitter what stands in front of the parser
   * @param proxied whether it comes from a trusted proxy
   */
  HttpConnection(
      Site site, RequestSplitter splitter, boolean proxied, Admission admission, Upgrade upgrade) {
    this.site = site;
    this.splitter = splitter;
    this.proxied = proxied;
    this.admission = admission;
    this.upgrade = upgrade;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    startTimer(context, site.timeouts().head, () -> timedOut(context));
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    stopTimer();
    dropRequest();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    try {
      // What the parser still finds when the client has gone is a request of nobody's.
      if (!ended && context.channel().isActive()) {
        read(context, (HttpObject) message);
      }
    } catch (ProblemException e) {
      reply(context, e.reply().closing());
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    // A reset, a failed TLS handshake: nobody is left to answer, and to log it would name a peer.
    context.close();
    if (cause instanceof OutOfMemoryError) {
      site.refusals().refused(HttpResponseStatus.SERVICE_UNAVAILABLE.codeAsText().toString());
    } else if (!(cause instanceof IOException) && !(cause instanceof DecoderException)) {
      Bugs.report(cause);
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == ShutDown.NOW) {
      context.close();
    }
    context.fireUserEventTriggered(event);
  }

  private void read(ChannelHandlerContext context, HttpObject part) throws ProblemException {
    if (part.decoderResult().isFailure()) {
      throw Problems.undecodable(part.decoderResult().cause(), head != null);
    }
    if (part instanceof HttpRequest request) {
      begin(context, request);
    }
    if (part instanceof HttpContent content && head != null) {
      append(context, content.content());
      if (part instanceof LastHttpContent) {
        answer(context, head);
      }
    }
  }

  private void begin(ChannelHandlerContext context, HttpRequest request) throws ProblemException {
    head = request;
    credentials = splitter.takeCredentials();
    startTimer(context, site.timeouts().body, () -> timedOut(context));
    HeadRules.require(request);
    switch (admission.decide(context.channel(), request.headers())) {
      case ADMITTED -> {}
      case FULL -> throw Problems.full();
      case ENDING -> throw Problems.ending();
    }
    if (HttpUtil.getContentLength(request, 0L) > MAX_BODY_BYTES) {
      throw Problems.tooLarge();
    }
    if (HttpUtil.is100ContinueExpected(request)) {
      context.writeAndFlush(
          new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
    }
  }

  private PublicAddress address(HttpRequest request) {
    return PublicAddress.of(request.headers(), site.tls(), proxied);
  }

  private void append(ChannelHandlerContext context, ByteBuf part) throws ProblemException {
    if (!part.isReadable()) {
      return;
    }
    if (body.readableBytes() + part.readableBytes() > MAX_BODY_BYTES) {
      throw Problems.tooLarge();
    }
    if (!body.isWritable(part.readableBytes())) {
      body = context.alloc().directBuffer(MAX_BODY_BYTES);
    }
    body.writeBytes(part);
  }

  private void answer(ChannelHandlerContext context, HttpRequest request) {
    stopTimer();
    try {
      CompletableFuture<Reply> answer =
          site.routes()
              .answer(request.method(), Request.of(request, address(request), credentials, body));
      if (!answer.isDone()) {
        // What has come already the splitter holds back until this is answered.
        context.channel().config().setAutoRead(false);
      }
      answer.whenComplete(
          (reply, failure) ->
              inLoop(
                  context,
                  () -> reply(context, failure == null ? reply : Problems.failed(failure))));
    } catch (ProblemException e) {
      reply(context, e.reply());
    }
  }

  private static void inLoop(ChannelHandlerContext context, Runnable task) {
    if (context.executor().inEventLoop()) {
      task.run();
    } else {
      context.executor().execute(task);
    }
  }

  private void reply(ChannelHandlerContext context, Reply plain) {
    Reply reply = head == null ? plain : site.errorPages().dress(plain, head);
    boolean isHead = head != null && head.method().equals(HttpMethod.HEAD);
    boolean keepAlive = head != null && goesOn(head) && !reply.close();
    boolean https = head == null ? site.tls() : address(head).https();
    stopTimer();
    dropRequest();
    if (reply.status().code() >= HttpResponseStatus.BAD_REQUEST.code()) {
      site.refusals().refused(reply.status().codeAsText().toString());
    }
    FullHttpResponse response = reply.response(https, site.clock().epochMillis());
    if (reply.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
      ended = true;
      context.writeAndFlush(response);
      upgrade.upgrade(context.pipeline());
      HttpPipeline.remove(context.pipeline());
      return;
    }
    response.headers().setInt(CONTENT_LENGTH, reply.body().readableBytes());
    HttpUtil.setKeepAlive(response, keepAlive);
    if (reply.headers().contains(HttpHeaderNames.UPGRADE)) {
      response.headers().set(CONNECTION, keepAlive ? "Upgrade" : "close, Upgrade");
    }
    if (isHead) {
      reply.body().skipBytes(reply.body().readableBytes());
    }
    if (!keepAlive) {
      ended = true;
      splitter.end();
    }
    ChannelFuture taken = context.writeAndFlush(response);
    if (!taken.isDone()) {
      // Nothing more is read until the client has taken this: answers must not pile up here.
      context.channel().config().setAutoRead(false);
      startTimer(context, site.timeouts().answer, context::close);
    }
    taken.addListener(done -> answered(context, done.isSuccess()));
  }

  private void answered(ChannelHandlerContext context, boolean taken) {
    stopTimer();
    if (!taken) {
      context.close();
    } else if (ended) {
      LingeringClose.of(context);
    } else {
      startTimer(context, site.timeouts().head, () -> timedOut(context));
      if (splitter.isHolding()) {
        // In another turn of the loop: thousands of requests may have come at once.
        context.channel().config().setAutoRead(false);
        context.executor().schedule(() -> goOn(context), 0, TimeUnit.NANOSECONDS);
      } else {
        goOn(context);
      }
    }
  }

  private void goOn(ChannelHandlerContext context) {
    context.channel().config().setAutoRead(true);
    splitter.goOn(); // last, for what it finds may end all of this
  }

  /**
   * Not in HTTP/1.0, to which keep-alive is an extension; nor behind a request for another
   * protocol, for what follows it could be meant as that.
   */
  private static boolean goesOn(HttpRequest head) {
    return HttpUtil.isKeepAlive(head)
        && head.protocolVersion().equals(HttpVersion.HTTP_1_1)
        && !head.headers().contains(HttpHeaderNames.UPGRADE);
  }

  /** A request that has begun is answered; a connection on which nothing was said just ends. */
  private void timedOut(ChannelHandlerContext context) {
    String late =
        head != null
            ? "body"
            : switch (splitter.place()) {
              case BEFORE -> null;
              case METHOD, TARGET, VERSION -> "request line";
              default -> "header section";
            };
    if (late == null) {
      context.close();
    } else {
      reply(context, Problems.late(late).reply().closing());
    }
  }

  private void startTimer(ChannelHandlerContext context, Duration duration, Runnable action) {
    stopTimer();
    timer = context.executor().schedule(action, duration.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void stopTimer() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }

  private void dropRequest() {
    head = null;
    credentials.release();
    credentials = Unpooled.EMPTY_BUFFER;
    body.release();
    body = Unpooled.EMPTY_BUFFER;
  }
}
