package network.pug.relay.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import network.pug.relay.http.Upgrade;

/** Says every message back as it came; all else is what a member's connection does. */
public final class Echo extends Participant {
  private static final int BINARY = 0x82;

  private final Connection connection;
  private final Channel channel;

  private Echo(Gateway gateway, Connection connection, Channel channel) {
    super(gateway, connection, channel);
    this.connection = connection;
    this.channel = channel;
  }

  /** Puts an echo behind the handshake of a WebSocket. */
  public static Upgrade behind(Gateway gateway) {
    return pipeline -> gateway.install(pipeline, Echo::new);
  }

  @Override
  void obey(ByteBuf text) {
    connection.send(Frames.text(channel.alloc(), "", text, ""));
  }

  @Override
  void relay(ByteBuf payload) {
    connection.send(Frames.text(channel.alloc(), "", payload, "").setByte(0, BINARY));
  }
}
