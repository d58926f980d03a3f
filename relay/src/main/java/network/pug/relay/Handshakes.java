package network.pug.relay;

import io.netty.channel.Channel;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * The sockets that have not asked to join a room: in a TLS handshake, in a request or between two,
 * in a WebSocket that has said nothing. They have a bound of their own, so that however many there
 * are, members keep their places. Safe for any thread.
 *
 * <p>At the bound the one that has got nowhere for the longest makes way for the newcomer. An
 * honest client is through within a few round trips; who dribbles stays, and so is the oldest. To
 * keep others out by turning them away, it is enough to hold as many sockets as the bound and say
 * nothing; to keep them out by being newer, one has to open that many anew within every round trip.
 */
final class Handshakes {
  private final int max;
  private final Runnable full;

  /** The one that got on last comes last. Guarded by this. */
  private final SequencedSet<Channel> channels = new LinkedHashSet<>();

  /**
   * None yet.
   *
   * @param max how many there may be
   * @param full run whenever one has to make way
   */
  Handshakes(int max, Runnable full) {
    this.max = max;
    this.full = full;
  }

  /** A socket is open, and leaves when it is closed. */
  void begin(Channel channel) {
    Channel oldest = add(channel);
    channel.closeFuture().addListener(closed -> end(channel));
    if (oldest != null) {
      full.run();
      oldest.close();
    }
  }

  private synchronized @Nullable Channel add(Channel channel) {
    channels.addLast(channel);
    return channels.size() > max ? channels.removeFirst() : null;
  }

  /** The head of a request is complete. */
  synchronized void progress(Channel channel) {
    if (channels.contains(channel)) {
      channels.addLast(channel);
    }
  }

  /**
   * It asks to join a room, or is closed.
   *
   * @return false if it has been closed to make way
   */
  synchronized boolean end(Channel channel) {
    return channels.remove(channel);
  }

  /** How many there are. */
  synchronized int size() {
    return channels.size();
  }
}
