package network.pug.relay.gateway;

import java.util.concurrent.atomic.AtomicLong;
import network.pug.relay.room.Bound;
import network.pug.relay.room.Refusals;

/**
 * How many bytes wait in all, for slow members or in messages that are not complete, and bounds on
 * what waits for one and for all, so that many who are slow cannot fill the memory together.
 * Nothing of it is touched while members keep up. Safe for any thread.
 */
final class Backlog {
  private final int maxBytesEach;
  private final long maxBytes;
  private final Refusals refusals;
  private final AtomicLong bytes = new AtomicLong();

  /**
   * Nothing waits.
   *
   * @param maxBytesEach the most that may wait for one member
   * @param maxBytes the most that may wait for all
   */
  Backlog(int maxBytesEach, long maxBytes, Refusals refusals) {
    this.maxBytesEach = maxBytesEach;
    this.maxBytes = maxBytes;
    this.refusals = refusals;
  }

  /** Takes room for so many bytes more for somebody for whom {@code waiting} wait, if there is. */
  boolean tryAdd(int waiting, int count) {
    if (waiting + count > maxBytesEach) {
      refusals.reached(Bound.QUEUE_BYTES);
      return false;
    }
    // Never above the bound, not even in passing: that would cut off who sends just then.
    long before = bytes.get();
    while (before + count <= maxBytes) {
      if (bytes.compareAndSet(before, before + count)) {
        return true;
      }
      before = bytes.get();
    }
    refusals.reached(Bound.BACKLOG_BYTES);
    return false;
  }

  /** Gives room back. */
  void remove(int count) {
    bytes.addAndGet(-count);
  }

  /** Whether somebody new may be let in: while no more than three quarters of the bound wait. */
  boolean admits() {
    if (bytes.get() <= maxBytes / 4 * 3) {
      return true;
    }
    refusals.reached(Bound.BACKLOG_BYTES);
    return false;
  }

  /** How many bytes wait now. */
  long bytes() {
    return bytes.get();
  }
}
