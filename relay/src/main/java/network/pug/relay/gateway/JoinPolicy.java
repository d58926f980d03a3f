package network.pug.relay.gateway;

import io.netty.channel.Channel;

/** Decides who may try to join a room, and hears who has failed to. Safe for any thread. */
public interface JoinPolicy {
  /**
   * Asked once on a channel's event loop, before it joins a room; where the answer is no, the
   * connection ends.
   */
  boolean mayJoin(Channel channel);

  /**
   * A channel that was allowed to try is in no room, and will be in none; it has been told so, and
   * ends when the other side has answered.
   */
  void joinRefused(Channel channel);
}
