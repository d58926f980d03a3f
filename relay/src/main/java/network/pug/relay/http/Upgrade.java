package network.pug.relay.http;

import io.netty.channel.ChannelPipeline;

/** What turns a connection whose handshake was accepted into a WebSocket. */
@FunctionalInterface
public interface Upgrade {
  /** Adds the handlers of a WebSocket behind those of HTTP, which leave then. */
  void upgrade(ChannelPipeline pipeline);
}
