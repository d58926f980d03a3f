package network.pug.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpServerCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/** One connection to an {@link EmbeddedRelay}: what is sent there, and all that it says. */
final class EmbeddedLine {
  private static final int STEPS = 12;
  private static final Duration STEP = Duration.ofSeconds(10);

  private final EmbeddedRelay relay;
  private final EmbeddedChannel channel;
  private final Queue<String> methods = new ArrayDeque<>();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  EmbeddedLine(EmbeddedRelay relay, EmbeddedChannel channel) {
    this.relay = relay;
    this.channel = channel;
    channel
        .pipeline()
        .addAfter(
            channel.pipeline().context(HttpServerCodec.class).name(),
            "methods",
            new ChannelInboundHandlerAdapter() {
              @Override
              public void channelRead(ChannelHandlerContext context, Object part) {
                // What is left when the connection ends is parsed too, and not answered.
                if (part instanceof HttpRequest request && channel.isActive()) {
                  methods.add(request.method().name());
                }
                context.fireChannelRead(part);
              }
            });
  }

  /** Sends bytes in pieces of some size, as long as the relay takes them. */
  void send(byte[] bytes, int pieceBytes) {
    for (int from = 0; from < bytes.length && channel.isOpen(); from += pieceBytes) {
      int length = Math.min(pieceBytes, bytes.length - from);
      channel.writeInbound(channel.alloc().directBuffer(length).writeBytes(bytes, from, length));
      settle();
    }
  }

  /** What was said since this was asked last. */
  ByteBuffer heard() {
    settle();
    ByteBuffer heard = ByteBuffer.wrap(said.toByteArray());
    said.reset();
    return heard;
  }

  /** Ends the connection without a word, as a cable that is cut does. */
  void cut() {
    channel.close();
    settle();
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  /** Lets time pass for this connection alone. */
  void pass(Duration duration) {
    channel.advanceTimeBy(duration.toNanos(), TimeUnit.NANOSECONDS);
    settle();
  }

  /** Whether something is still to happen by itself. */
  boolean hasTimer() {
    return channel.runScheduledPendingTasks() >= 0;
  }

  EmbeddedChannel channel() {
    return channel;
  }

  /** Sends characters as bytes, and returns what is said in answer. */
  String ask(String request) {
    send(request.getBytes(ISO_8859_1), Integer.MAX_VALUE);
    String answer = said.toString(ISO_8859_1);
    said.reset();
    methods.clear();
    return answer;
  }

  /**
   * Keeps silent until the relay's patience is at an end.
   *
   * @throws AssertionError unless the relay has closed the connection by then, has broken nothing,
   *     and has said nothing but HTTP and, behind a 101, WebSocket frames
   */
  void end() {
    for (int i = 0; i < STEPS && channel.isOpen(); i++) {
      relay.pass(STEP);
      pass(STEP);
    }
    assertFalse(channel.isOpen(), "neither an answer nor a close");
    WellFormed.check(said.toByteArray(), methods);
  }

  private void settle() {
    for (int i = 0; i < 3; i++) {
      channel.runPendingTasks();
      relay.settle();
    }
    channel.checkException();
    // This channel takes its handlers out while one of them still has a part to hand on.
    assertTrue(channel.inboundMessages().isEmpty() || !channel.isOpen());
    channel.releaseInbound();
    for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
      try {
        out.readBytes(said, out.readableBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        out.release();
      }
    }
    assertEquals(0, channel.outboundMessages().size());
  }
}
