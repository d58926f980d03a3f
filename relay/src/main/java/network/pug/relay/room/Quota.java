package network.pug.relay.room;

import java.util.concurrent.atomic.AtomicInteger;

/** A bound on how many of a thing exist at a time. Safe for any thread. */
public final class Quota {
  private final int max;
  private final AtomicInteger used = new AtomicInteger();

  /** A quota of {@code max} places, all free. */
  public Quota(int max) {
    this.max = max;
  }

  /** Takes a place if one is free. */
  public boolean tryAcquire() {
    if (used.incrementAndGet() <= max) {
      return true;
    }
    used.decrementAndGet();
    return false;
  }

  /** Gives a place back. */
  public void release() {
    used.decrementAndGet();
  }

  /** Places taken now. */
  public int used() {
    return used.get();
  }
}
