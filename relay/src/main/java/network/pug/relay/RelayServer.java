package network.pug.relay;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.spi.SelectorProvider;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import network.pug.relay.gateway.Gateway;
import network.pug.relay.http.Admission;
import network.pug.relay.http.HttpConnection;
import network.pug.relay.http.HttpLayer;
import network.pug.relay.http.Upgrade;
import network.pug.relay.room.Clock;
import network.pug.relay.room.Quota;
import org.jspecify.annotations.Nullable;

/** A running relay: the three layers on their event loops. Safe for any thread. */
public final class RelayServer implements AutoCloseable {
  private static final int BACKLOG = 4096;
  private static final ByteBufAllocator ALLOCATOR = new ErasingAllocator();

  /** How many sockets beyond the bound are open at a time, only to be told that there is one. */
  private static final int MAX_REFUSALS_UNDER_WAY = 64;

  /** How long clients have to answer a close frame when the relay ends. */
  private static final int GOODBYE_MILLIS = 2500;

  /** How long each of the last two steps of the end may take. */
  private static final int LAST_MILLIS = 500;

  private final MultiThreadIoEventLoopGroup group;
  private final ChannelGroup sockets = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final Quota connections;
  private final Quota refusals = new Quota(MAX_REFUSALS_UNDER_WAY);
  private final ClientAddresses addresses;
  private final @Nullable TlsCertificate certificate;
  private final Gateway gateway;
  private final Upgrade upgrade;
  private final HttpLayer http;
  private @Nullable Channel listener;

  private RelayServer(RelayConfig config, Runnable roomEnded, Function<Gateway, Upgrade> protocol)
      throws UsageException {
    if (!PlatformDependent.hasUnsafe()) {
      throw new UsageException(
          "memory cannot be overwritten without the flags that ./pugnetwork gives to java;"
              + " start the relay with that");
    }
    certificate = config.tls() == null ? null : new TlsCertificate(config.tls());
    connections = new Quota(config.maxConnections());
    addresses = new ClientAddresses(config.maxConnectionsPerIp(), config.trustedProxy());
    group =
        new MultiThreadIoEventLoopGroup(
            Runtime.getRuntime().availableProcessors(),
            Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    List<EventLoop> loops = new ArrayList<>();
    group.forEach(executor -> loops.add((EventLoop) executor));
    gateway =
        new Gateway(
            new Gateway.Settings(
                config.maxMessageBytes(),
                config.messageRate(),
                Runtime.getRuntime().maxMemory()
                    / 2, // Netty's buffers may take as much as the heap
                config.timeouts().gateway()),
            loops,
            config.rooms(),
            new Quota(config.maxRooms()),
            Clock.SYSTEM,
            new SecureRandom(),
            roomEnded);
    upgrade = protocol.apply(gateway);
    http =
        new HttpLayer(
            new HttpLayer.Settings(
                Version.text(),
                certificate != null,
                config.basePath(),
                config.allowedOrigin(),
                config.securityContact(),
                config.powDifficulty(),
                config.maxMessageBytes(),
                config.timeouts().http()),
            gateway.rooms(),
            Clock.SYSTEM,
            new KernelRandom(),
            ALLOCATOR);
  }

  /**
   * Starts a relay and returns when it accepts connections.
   *
   * @param roomEnded run on an event loop whenever a room has ended; must not block
   * @throws UsageException if the address cannot be bound or the certificate cannot be used
   */
  public static RelayServer start(RelayConfig config, Runnable roomEnded) throws UsageException {
    return start(config, roomEnded, gateway -> gateway::install);
  }

  /** The same, with something else behind the handshake of a WebSocket. */
  static RelayServer start(
      RelayConfig config, Runnable roomEnded, Function<Gateway, Upgrade> protocol)
      throws UsageException {
    RelayServer server = new RelayServer(config, roomEnded, protocol);
    try {
      server.listener = server.bind(config);
      return server;
    } catch (UsageException e) {
      server.close();
      throw e;
    }
  }

  /** Where it listens, such as {@code http://127.0.0.1:3000}. */
  public String url() {
    String scheme = certificate == null ? "http" : "https";
    if (listener == null || !(listener.localAddress() instanceof InetSocketAddress bound)) {
      throw new IllegalStateException("not started");
    }
    String host = bound.getAddress().getHostAddress();
    return scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + bound.getPort();
  }

  /**
   * Reads the certificate again; new connections get the new one.
   *
   * @return false if there is none to read, for the relay runs without TLS
   * @throws UsageException if it cannot be used; the old one stays
   */
  public boolean reloadCertificate() throws UsageException {
    if (certificate == null) {
      return false;
    }
    certificate.reload();
    return true;
  }

  /** Purges every room, closes every connection with 1001, and returns within 5 seconds. */
  @Override
  public void close() {
    if (listener != null) {
      listener.close().awaitUninterruptibly();
    }
    gateway.clear();
    for (Channel socket : sockets) {
      // Each for the layer that has the connection by the time it arrives.
      socket.pipeline().fireUserEventTriggered(HttpConnection.ShutDown.NOW);
      socket.pipeline().fireUserEventTriggered(Gateway.ShutDown.NOW);
    }
    sockets.newCloseFuture().awaitUninterruptibly(GOODBYE_MILLIS);
    sockets.close().awaitUninterruptibly(LAST_MILLIS);
    group
        .shutdownGracefully(0, LAST_MILLIS, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(LAST_MILLIS);
  }

  private Channel bind(RelayConfig config) throws UsageException {
    InetSocketAddress address = address(config);
    var bound =
        new ServerBootstrap()
            .group(group)
            .channelFactory(() -> listeningChannel(address))
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.ALLOCATOR, ALLOCATOR)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    accept(channel);
                  }
                })
            .bind(address)
            .awaitUninterruptibly();
    if (bound.isSuccess()) {
      return bound.channel();
    }
    throw new UsageException(
        "cannot listen on "
            + config.host()
            + " port "
            + config.port()
            + (bound.cause() instanceof IOException
                ? ": the port is in use, or not this machine's or this user's to bind; "
                : ": ")
            + "choose another with --host and --port");
  }

  private static InetSocketAddress address(RelayConfig config) throws UsageException {
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

  private void accept(Channel channel) {
    if (connections.tryAcquire()) {
      channel.closeFuture().addListener(closed -> connections.release());
      if (addresses.admits(channel)) {
        channel.closeFuture().addListener(closed -> addresses.forget(channel));
        serve(channel, addresses::admits);
        return;
      }
    }
    boolean canTell = certificate == null && refusals.tryAcquire();
    if (canTell) {
      channel.closeFuture().addListener(closed -> refusals.release());
      serve(channel, (refused, headers) -> false);
    } else {
      channel.close();
    }
  }

  private void serve(Channel channel, Admission admission) {
    sockets.add(channel);
    ChannelPipeline pipeline = channel.pipeline();
    if (certificate != null) {
      pipeline.addLast(certificate.context().newHandler(channel.alloc()));
    }
    http.install(channel, addresses.isProxied(channel), admission, upgrade);
  }
}
