package network.pug.relay.admin;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDomainDatagramChannel;
import io.netty.channel.unix.DomainSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Tells the service manager how far the relay is, by the protocol of sd_notify(3): a datagram to
 * the UNIX socket that {@code NOTIFY_SOCKET} names. Does nothing where there is none. Not for event
 * loops, for it waits until the datagram is sent.
 */
public final class SystemdNotifier {
  private static final int PATIENCE_MILLIS = 200;

  private final EventLoopGroup group;
  private final @Nullable DomainSocketAddress manager;

  /**
   * A notifier.
   *
   * @param socket a path, or {@code @} and the name of an abstract socket; null for none
   */
  public SystemdNotifier(EventLoopGroup group, @Nullable String socket) {
    this.group = group;
    this.manager = Epoll.isAvailable() ? address(socket) : null;
  }

  /** The relay accepts connections. */
  public void ready() {
    send("READY=1");
  }

  /** It reads its certificate again, and says {@link #ready} when that is done. */
  public void reloading() {
    // On Linux, the JDK's nanoTime is CLOCK_MONOTONIC, which the manager asks for.
    send("RELOADING=1\nMONOTONIC_USEC=" + System.nanoTime() / 1000);
  }

  /** It is about to end. */
  public void stopping() {
    send("STOPPING=1");
  }

  private static @Nullable DomainSocketAddress address(@Nullable String socket) {
    if (socket == null || socket.length() < 2) {
      return null;
    }
    return switch (socket.charAt(0)) {
      case '/' -> new DomainSocketAddress(socket);
      case '@' -> new DomainSocketAddress('\0' + socket.substring(1));
      default -> null;
    };
  }

  /** Whether it arrives is the manager's concern: it has a timeout for each of these. */
  private void send(String state) {
    if (manager == null) {
      return;
    }
    ChannelFuture connected =
        new Bootstrap()
            .group(group)
            .channel(EpollDomainDatagramChannel.class)
            .handler(new ChannelInboundHandlerAdapter())
            .connect(manager);
    connected.awaitUninterruptibly(PATIENCE_MILLIS);
    Channel channel = connected.channel();
    if (connected.isSuccess()) {
      channel
          .writeAndFlush(Unpooled.copiedBuffer(state, StandardCharsets.UTF_8))
          .awaitUninterruptibly(PATIENCE_MILLIS);
    }
    channel.close().awaitUninterruptibly(PATIENCE_MILLIS);
  }
}
