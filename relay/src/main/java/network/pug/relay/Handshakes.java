package network.pug.relay;

import io.netty.channel.Channel;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The sockets that have not joined a room: in a TLS handshake, in a request or between two, in a
 * WebSocket that has said nothing, or has asked to join in vain and is being closed. They have a
 * bound of their own, so that however many there are, members keep their places. Safe for any
 * thread.
 *
 * <p>At the bound the one that has got nowhere for the longest makes way for the newcomer. An
 * honest client is through within a few round trips; who dribbles stays, and so is the oldest. Each
 * is the newest at most twice, when it opens and when the head of its first request is complete: to
 * keep others out by being newer, one has to open half as many as the bound anew within every
 * handshake of theirs, however much is asked for on those that are open.
 */
final class Handshakes {
  private final int max;
  private final Runnable full;

  /** Whether each has got on; the one that did last comes last. Guarded by this. */
  private final SequencedMap<Channel, Boolean> channels = new LinkedHashMap<>();

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
    synchronized (this) {
      channels.putLast(channel, false);
    }
    added(channel);
  }

  /** It was refused what it asked for: it is back, and the oldest, until it is closed. */
  void returned(Channel channel) {
    synchronized (this) {
      channels.putFirst(channel, true);
    }
    added(channel);
  }

  private void added(Channel channel) {
    channel.closeFuture().addListener(closed -> end(channel)); // at once, if it is closed already
    Channel oldest = beyondBound();
    if (oldest != null) {
      full.run();
      oldest.close();
    }
  }

  private synchronized @Nullable Channel beyondBound() {
    return channels.size() > max ? channels.pollFirstEntry().getKey() : null;
  }

  /** The head of a request is complete; only the first of a socket counts. */
  synchronized void progress(Channel channel) {
    if (Boolean.FALSE.equals(channels.get(channel))) {
      channels.putLast(channel, true);
    }
  }

  /**
   * It asks to join a room, or is closed.
   *
   * @return false if it has been closed to make way
   */
  synchronized boolean end(Channel channel) {
    return channels.remove(channel) != null;
  }

  /** How many there are. */
  synchronized int size() {
    return channels.size();
  }
}
