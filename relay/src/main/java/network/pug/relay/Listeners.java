package network.pug.relay;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.spi.SelectorProvider;

/** Sockets that listen: by epoll where there is that, else as the JDK does. */
final class Listeners {
  /** Where nobody but this machine's own programs can connect. */
  static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  private static final int BACKLOG = 4096;

  private Listeners() {}

  /** How the event loops wait. */
  static IoHandlerFactory ioHandlers() {
    return Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
  }

  /** What is to listen on an address. */
  static ServerBootstrap prepare(
      EventLoopGroup group, ByteBufAllocator alloc, InetSocketAddress address) {
    return new ServerBootstrap()
        .group(group)
        .channelFactory(() -> listeningChannel(address))
        .localAddress(address)
        .option(ChannelOption.SO_BACKLOG, BACKLOG)
        .option(ChannelOption.SO_REUSEADDR, true)
        .childOption(ChannelOption.ALLOCATOR, alloc)
        .childOption(ChannelOption.TCP_NODELAY, true);
  }

  /**
   * Listens.
   *
   * @param where the address, as it was configured
   * @param remedy what to do where that fails
   */
  static Channel bind(ServerBootstrap bootstrap, String where, String remedy)
      throws UsageException {
    ChannelFuture bound = bootstrap.bind().awaitUninterruptibly();
    if (bound.isSuccess()) {
      return bound.channel();
    }
    throw new UsageException(
        "cannot listen on "
            + where
            + (bound.cause() instanceof IOException
                ? ": the port is in use, or not this machine's or this user's to bind; "
                : ": ")
            + remedy);
  }

  /** The address that a relay is to listen on. */
  static InetSocketAddress address(RelayConfig config) throws UsageException {
    try {
      return new InetSocketAddress(InetAddress.getByName(config.host()), config.port());
    } catch (UnknownHostException e) {
      throw new UsageException(
          "--host " + config.host() + ": no such address; give one that this machine has");
    }
  }

  /** A socket of the address's own family: 0.0.0.0 shall not be reached by IPv6 as well. */
  private static ServerChannel listeningChannel(InetSocketAddress address) {
    SocketProtocolFamily family =
        address.getAddress() instanceof Inet4Address
            ? SocketProtocolFamily.INET
            : SocketProtocolFamily.INET6;
    return Epoll.isAvailable()
        ? new EpollServerSocketChannel(family)
        : new NioServerSocketChannel(SelectorProvider.provider(), family);
  }
}
