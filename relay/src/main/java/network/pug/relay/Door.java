package network.pug.relay;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AttributeKey;
import network.pug.relay.gateway.JoinPolicy;
import network.pug.relay.http.Admission;
import network.pug.relay.http.Admission.Decision;
import network.pug.relay.room.Bound;
import network.pug.relay.room.Quota;
import network.pug.relay.room.Refusals;

/**
 * Stands where sockets come in, and lets in as many as there may be, in all and from one address.
 * It counts them before they get to an event loop of their own: those that wait for a busy one have
 * file descriptors as well. Safe for any thread.
 */
final class Door extends ChannelInboundHandlerAdapter implements JoinPolicy {
  private static final AttributeKey<Boolean> ADMITTED = AttributeKey.valueOf("admitted");

  /** How many sockets beyond a bound are open at a time, only to be told that there is one. */
  static final int MAX_REFUSALS_UNDER_WAY = 64;

  private final Quota connections;
  private final Quota refusalsUnderWay = new Quota(MAX_REFUSALS_UNDER_WAY);
  private final ClientAddresses addresses;
  private final Handshakes handshakes;
  private final Refusals refusals;
  private final boolean canTell;
  private volatile boolean draining;

  /**
   * An open door.
   *
   * @param maxConnections sockets at a time
   * @param canTell whether a socket can be answered in plain HTTP
   */
  Door(int maxConnections, RelayConfig config, boolean canTell, Refusals refusals) {
    RelayConfig.Bounds bounds = config.bounds();
    this.connections = new Quota(maxConnections, () -> refusals.reached(Bound.CONNECTIONS));
    this.addresses = new ClientAddresses(bounds.connectionsPerIp(), config.trustedProxy());
    this.handshakes = new Handshakes(bounds.handshakes(), () -> refusals.reached(Bound.HANDSHAKES));
    this.refusals = refusals;
    this.canTell = canTell;
  }

  @Override
  public boolean isSharable() {
    return true;
  }

  @Override
  public void channelRead(ChannelHandlerContext listener, Object accepted) {
    Channel channel = (Channel) accepted;
    boolean counted = connections.tryAcquire();
    boolean admitted = counted && isWithinBound(addresses.admits(channel));
    if (!admitted && !(canTell && refusalsUnderWay.tryAcquire())) {
      if (counted) {
        connections.release();
      }
      channel.unsafe().closeForcibly();
      return;
    }
    channel.attr(ADMITTED).set(admitted);
    channel
        .closeFuture()
        .addListener(
            closed -> {
              if (counted) {
                connections.release();
              }
              if (admitted) {
                addresses.forget(channel);
              } else {
                refusalsUnderWay.release();
              }
            });
    listener.fireChannelRead(channel);
  }

  /** Begins the handshake of a socket that has come in: who may be served on it. */
  Admission enter(Channel channel) {
    if (!Boolean.TRUE.equals(channel.attr(ADMITTED).get())) {
      return (refused, headers) -> Decision.FULL;
    }
    handshakes.begin(channel);
    return this::decide;
  }

  @Override
  public boolean mayJoin(Channel channel) {
    return handshakes.end(channel);
  }

  @Override
  public void joinRefused(Channel channel) {
    handshakes.returned(channel);
  }

  /** Whether a socket is a trusted proxy's. */
  boolean isProxied(Channel channel) {
    return addresses.isProxied(channel);
  }

  /** From here on, requests are answered with 503. */
  void drain() {
    draining = true;
  }

  /** How many sockets are open now, and how many there may be. */
  Quota connections() {
    return connections;
  }

  /** How many of them have not asked to join a room, or were refused. */
  int handshakes() {
    return handshakes.size();
  }

  private Decision decide(Channel channel, HttpHeaders headers) {
    handshakes.progress(channel);
    if (draining) {
      return Decision.ENDING;
    }
    return isWithinBound(addresses.admits(channel, headers)) ? Decision.ADMITTED : Decision.FULL;
  }

  private boolean isWithinBound(boolean admitted) {
    if (!admitted) {
      refusals.reached(Bound.CONNECTIONS_PER_IP);
    }
    return admitted;
  }
}
