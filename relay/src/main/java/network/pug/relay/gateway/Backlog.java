package network.pug.relay.gateway;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes wait for slow members in all, and a bound on them, so that many slow members
 * together cannot fill the memory. Nothing of it is touched while members keep up. Safe for any
 * thread.
 */
final class Backlog {
  private final long maxBytes;
  private final AtomicLong bytes = new AtomicLong();

  Backlog(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Takes room for so many bytes, if there is. */
  boolean tryAdd(int count) {
    if (bytes.addAndGet(count) <= maxBytes) {
      return true;
    }
    remove(count);
    return false;
  }

  /** Gives room back. */
  void remove(int count) {
    bytes.addAndGet(-count);
  }

  /** Whether so much waits that nobody new should be let in: three quarters of the bound. */
  boolean isHigh() {
    return bytes.get() > maxBytes / 4 * 3;
  }
}
