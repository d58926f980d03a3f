package network.pug.relay.admin;

import static io.netty.handler.codec.http.HttpHeaderNames.ALLOW;
import static io.netty.handler.codec.http.HttpHeaderNames.CACHE_CONTROL;
import static io.netty.handler.codec.http.HttpHeaderNames.CONNECTION;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_LENGTH;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_TYPE;
import static io.netty.handler.codec.http.HttpHeaderNames.HOST;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import network.pug.relay.room.Quota;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code GET /metrics}, and nothing else, to programs on the same machine: one request a
 * connection, a few connections at a time, each for a few seconds at the most. Safe for any thread.
 */
public final class AdminServer implements AutoCloseable {
  private static final int MAX_CONNECTIONS = 8;
  private static final int MAX_SECONDS = 10;
  private static final int MAX_LINE_BYTES = 1024;
  private static final int MAX_HEADER_BYTES = 4096;
  private static final String PATH = "/metrics";

  /**
   * Names of the loopback. A page that had its own name resolve to the loopback, to read what is
   * here, would send that name.
   */
  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?");

  private final Supplier<CompletableFuture<List<Metric>>> metrics;
  private final Quota connections = new Quota(MAX_CONNECTIONS);
  private @Nullable Channel listener;

  /**
   * A server that does not listen yet.
   *
   * @param metrics read for each request
   */
  public AdminServer(Supplier<CompletableFuture<List<Metric>>> metrics) {
    this.metrics = metrics;
  }

  /** What each of its connections is to begin with. */
  public ChannelHandler connections() {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        serve(channel);
      }
    };
  }

  /** It listens here, until it is closed. */
  public void listensOn(Channel listening) {
    listener = listening;
  }

  /** Where the metrics are, such as {@code http://127.0.0.1:9090/metrics}. */
  public String url() {
    if (listener == null || !(listener.localAddress() instanceof InetSocketAddress bound)) {
      throw new IllegalStateException("not listening");
    }
    return "http://" + bound.getAddress().getHostAddress() + ":" + bound.getPort() + PATH;
  }

  @Override
  public void close() {
    if (listener != null) {
      listener.close();
    }
  }

  private void serve(Channel channel) {
    if (!connections.tryAcquire()) {
      channel.close();
      return;
    }
    Future<?> deadline =
        channel.eventLoop().schedule(() -> channel.close(), MAX_SECONDS, TimeUnit.SECONDS);
    channel
        .closeFuture()
        .addListener(
            closed -> {
              deadline.cancel(false);
              connections.release();
            });
    channel
        .pipeline()
        .addLast(
            new HttpServerCodec(
                new HttpDecoderConfig()
                    .setMaxInitialLineLength(MAX_LINE_BYTES)
                    .setMaxHeaderSize(MAX_HEADER_BYTES)),
            new Handler());
  }

  /**
   * Answers the head of the first request. What comes behind it is left in the socket until the
   * answer is sent, and then dropped, for a socket closed with unread input would reset it.
   */
  private final class Handler extends SimpleChannelInboundHandler<HttpRequest> {
    private boolean answered;

    @Override
    public boolean acceptInboundMessage(Object message) {
      return message instanceof HttpRequest && !answered;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpRequest request) {
      answered = true;
      context.channel().config().setAutoRead(false);
      boolean isHead = request.method().equals(HttpMethod.HEAD);
      HttpResponseStatus refusal = refusal(request);
      if (refusal != null) {
        send(context, refusal, refusal.reasonPhrase() + "\n", isHead);
        return;
      }
      metrics
          .get()
          .whenCompleteAsync(
              (read, failure) -> {
                if (failure == null) {
                  send(context, HttpResponseStatus.OK, Metric.text(read), isHead);
                } else {
                  send(context, HttpResponseStatus.SERVICE_UNAVAILABLE, "Ending\n", isHead);
                }
              },
              context.executor());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }

    private static @Nullable HttpResponseStatus refusal(HttpRequest request) {
      List<String> hosts = request.headers().getAll(HOST);
      if (request.decoderResult().isFailure() || hosts.size() != 1) {
        return HttpResponseStatus.BAD_REQUEST;
      }
      if (!LOOPBACK.matcher(hosts.getFirst()).matches()) {
        return HttpResponseStatus.FORBIDDEN;
      }
      if (!request.uri().equals(PATH)) {
        return HttpResponseStatus.NOT_FOUND;
      }
      return List.of(HttpMethod.GET, HttpMethod.HEAD).contains(request.method())
          ? null
          : HttpResponseStatus.METHOD_NOT_ALLOWED;
    }

    private static void send(
        ChannelHandlerContext context, HttpResponseStatus status, String text, boolean isHead) {
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      FullHttpResponse response =
          new DefaultFullHttpResponse(
              HttpVersion.HTTP_1_1,
              status,
              isHead ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(body));
      response
          .headers()
          .set(CONTENT_TYPE, type(status))
          .set(CONTENT_LENGTH, body.length)
          .set(CACHE_CONTROL, "no-store")
          .set("X-Content-Type-Options", "nosniff")
          .set(CONNECTION, "close");
      if (status.equals(HttpResponseStatus.METHOD_NOT_ALLOWED)) {
        response.headers().set(ALLOW, "GET, HEAD");
      }
      context.writeAndFlush(response).addListener(sent -> linger(context.channel()));
    }

    /** Ends our side of a connection; the client, or the deadline, ends the other. */
    private static void linger(Channel channel) {
      if (channel instanceof DuplexChannel duplex) {
        duplex.shutdownOutput();
        channel.config().setAutoRead(true);
      } else {
        channel.close();
      }
    }

    private static String type(HttpResponseStatus status) {
      return status.equals(HttpResponseStatus.OK)
          ? "text/plain; version=0.0.4; charset=utf-8"
          : "text/plain; charset=utf-8";
    }
  }
}
