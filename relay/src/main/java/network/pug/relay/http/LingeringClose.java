package network.pug.relay.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import network.pug.relay.socket.HalfClose;

/**
 * Ends a connection so that its last answer arrives: what the client still sends is read and
 * dropped for a moment (RFC 9112 section 9.6).
 */
final class LingeringClose {
  private static final Duration LINGER = Duration.ofSeconds(2);

  private LingeringClose() {}

  /** Ends the connection of a handler, which must drop what is still read. On its event loop. */
  static void of(ChannelHandlerContext context) {
    if (!(context.channel() instanceof DuplexChannel channel)) {
      context.close();
      return;
    }
    HalfClose.of(channel);
    channel.config().setAutoRead(true);
    context.executor().schedule(() -> context.close(), LINGER.toMillis(), TimeUnit.MILLISECONDS);
  }
}
