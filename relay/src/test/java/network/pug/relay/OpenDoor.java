package network.pug.relay;

import io.netty.channel.Channel;
import network.pug.relay.gateway.JoinPolicy;

/** Lets everybody try to join a room, and counts who has failed to. */
public final class OpenDoor implements JoinPolicy {
  private int refused;

  @Override
  public boolean mayJoin(Channel channel) {
    return true;
  }

  @Override
  public void joinRefused(Channel channel) {
    refused++;
  }

  /** How many have failed. */
  public int refused() {
    return refused;
  }
}
