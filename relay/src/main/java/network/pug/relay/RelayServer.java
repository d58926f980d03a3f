package network.pug.relay;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.netty.util.internal.PlatformDependent;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import network.pug.relay.admin.AdminServer;
import network.pug.relay.admin.RefusalCounts;
import network.pug.relay.gateway.Gateway;
import network.pug.relay.http.HttpConnection;
import network.pug.relay.http.HttpLayer;
import network.pug.relay.http.Upgrade;
import network.pug.relay.room.Bound;
import network.pug.relay.room.Clock;
import network.pug.relay.room.Quota;
import org.jspecify.annotations.Nullable;

/** A running relay: the three layers on their event loops. Safe for any thread. */
public final class RelayServer implements AutoCloseable {
  private static final ByteBufAllocator ALLOCATOR = new ErasingAllocator();

  private static final int LOOPS = Runtime.getRuntime().availableProcessors();

  /** Of an event loop: by what it waits for sockets, for tasks and for the time. */
  private static final int FILES_OF_A_LOOP = 3;

  /** Files that may be opened beside the sockets of clients: jars, certificates, metrics. */
  private static final int SPARE_FILES = 64;

  /** How long clients have to answer a close frame when the relay ends. */
  private static final int GOODBYE_MILLIS = 2500;

  /** How long each of the last steps of the end may take. */
  private static final int LAST_MILLIS = 500;

  private final MultiThreadIoEventLoopGroup group;
  private final ChannelGroup sockets = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final RefusalCounts refusals;
  private final Door door;
  private final @Nullable TlsCertificate certificate;
  private final Gateway gateway;
  private final Upgrade upgrade;
  private final HttpLayer http;
  private final RelayMetrics metrics;
  private @Nullable Channel listener;
  private @Nullable AdminServer admin;

  private RelayServer(RelayConfig config, Listener events, Function<Gateway, Upgrade> protocol)
      throws UsageException {
    if (!PlatformDependent.hasUnsafe()) {
      throw new UsageException(
          "memory cannot be overwritten without the flags that ./pugnetwork gives to java;"
              + " start the relay with that");
    }
    certificate = config.tls() == null ? null : new TlsCertificate(config.tls());
    refusals = new RefusalCounts(events::boundReached);
    door = new Door(keepable(config), config, certificate == null, refusals);
    group = new MultiThreadIoEventLoopGroup(LOOPS, Listeners.ioHandlers());
    List<EventLoop> loops = new ArrayList<>();
    group.forEach(executor -> loops.add((EventLoop) executor));
    gateway =
        new Gateway(
            new Gateway.Settings(
                config.maxMessageBytes(),
                config.messageRate(),
                config.bounds().queueBytes(),
                config.bounds().backlogBytes(),
                config.timeouts().gateway()),
            loops,
            config.rooms(),
            new Quota(config.bounds().rooms(), () -> refusals.reached(Bound.ROOMS)),
            Clock.SYSTEM,
            new SecureRandom(),
            events::roomEnded,
            refusals,
            door);
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
                config.bounds().tokens(),
                config.timeouts().http()),
            gateway.rooms(),
            Clock.SYSTEM,
            new KernelRandom(),
            ALLOCATOR,
            refusals);
    metrics = new RelayMetrics(door, gateway, http, refusals, certificate, group, Clock.SYSTEM);
  }

  /** Is told what happens to a relay. Called on any thread; must not block. */
  public interface Listener {
    /** A room has ended. */
    void roomEnded();

    /** Something was turned away, or somebody cut off, because a bound is reached. */
    void boundReached(Bound bound);
  }

  /**
   * Starts a relay and returns when it accepts connections.
   *
   * @throws UsageException if an address cannot be bound or the certificate cannot be used
   */
  public static RelayServer start(RelayConfig config, Listener events) throws UsageException {
    return start(config, new RelayServer(config, events, gateway -> gateway::install));
  }

  /**
   * The same.
   *
   * @param roomEnded run on an event loop whenever a room has ended; must not block
   */
  public static RelayServer start(RelayConfig config, Runnable roomEnded) throws UsageException {
    return start(config, listener(roomEnded));
  }

  /** The same, with something else behind the handshake of a WebSocket. */
  static RelayServer start(
      RelayConfig config, Runnable roomEnded, Function<Gateway, Upgrade> protocol)
      throws UsageException {
    return start(config, new RelayServer(config, listener(roomEnded), protocol));
  }

  private static Listener listener(Runnable roomEnded) {
    return new Listener() {
      @Override
      public void roomEnded() {
        roomEnded.run();
      }

      @Override
      public void boundReached(Bound bound) {}
    };
  }

  private static RelayServer start(RelayConfig config, RelayServer server) throws UsageException {
    try {
      server.listener = server.bind(config);
      if (config.adminPort() != null) {
        server.admin = server.bindAdmin(config.adminPort());
      }
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

  /** Where the metrics are, such as {@code http://127.0.0.1:9090/metrics}; null for nowhere. */
  public @Nullable String metricsUrl() {
    return admin == null ? null : admin.url();
  }

  /** How many sockets it can keep: as configured, or as many as there may be open files for. */
  public int maxConnections() {
    return door.connections().max();
  }

  /** Where it may be told things to be said to others. */
  EventLoopGroup eventLoops() {
    return group;
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

  /**
   * Purges every room, closes every connection with 1001, and returns within 5 seconds. Who comes
   * meanwhile is answered 503.
   */
  @Override
  public void close() {
    door.drain();
    gateway.clear();
    for (Channel socket : sockets) {
      // Each for the layer that has the connection by the time it arrives.
      socket.pipeline().fireUserEventTriggered(HttpConnection.ShutDown.NOW);
      socket.pipeline().fireUserEventTriggered(Gateway.ShutDown.NOW);
    }
    sockets.newCloseFuture().awaitUninterruptibly(GOODBYE_MILLIS);
    if (listener != null) {
      listener.close().awaitUninterruptibly(LAST_MILLIS);
    }
    if (admin != null) {
      admin.close();
    }
    sockets.close().awaitUninterruptibly(LAST_MILLIS);
    group
        .shutdownGracefully(0, LAST_MILLIS, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(LAST_MILLIS);
  }

  private Channel bind(RelayConfig config) throws UsageException {
    ServerBootstrap bootstrap =
        Listeners.prepare(group, ALLOCATOR, Listeners.address(config))
            .handler(door)
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    serve(channel);
                  }
                });
    return Listeners.bind(
        bootstrap,
        config.host() + " port " + config.port(),
        "choose another with --host and --port");
  }

  private AdminServer bindAdmin(int port) throws UsageException {
    InetSocketAddress address = new InetSocketAddress(Listeners.LOOPBACK, port);
    ServerBootstrap bootstrap = Listeners.prepare(group, ALLOCATOR, address);
    AdminServer server = new AdminServer(metrics::read);
    server.listensOn(
        Listeners.bind(
            bootstrap.childHandler(server.connections()),
            "port " + port + " of the loopback",
            "choose another with --admin-port"));
    return server;
  }

  /** As many as may be, less where there are too few files for them: else accepting would fail. */
  private static int keepable(RelayConfig config) throws UsageException {
    int limit = FileDescriptors.limit();
    int others =
        FileDescriptors.open()
            + FILES_OF_A_LOOP * LOOPS
            + Door.MAX_REFUSALS_UNDER_WAY
            + SPARE_FILES;
    if (limit <= others) {
      throw new UsageException(
          "the limit of "
              + limit
              + " open files leaves none for connections; raise it (ulimit -n, LimitNOFILE=)");
    }
    return Math.min(config.bounds().connections(), limit - others);
  }

  private void serve(Channel channel) {
    sockets.add(channel);
    ChannelPipeline pipeline = channel.pipeline();
    if (certificate != null) {
      pipeline.addLast(certificate.context().newHandler(channel.alloc()));
    }
    http.install(channel, door.isProxied(channel), door.enter(channel), upgrade);
  }
}
