package network.pug.relay.http;

import io.netty.channel.ChannelHandlerContext;

/** What turns a connection whose handshake was accepted into a WebSocket. */
@FunctionalInterface
public interface Upgrade {
  /** Replaces the HTTP handlers; the 101 has been written. */
  void upgrade(ChannelHandlerContext context);
}
