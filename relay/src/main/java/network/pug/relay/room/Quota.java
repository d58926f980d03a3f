package network.pug.relay.room;

import java.util.concurrent.atomic.AtomicInteger;

/** A bound on how many of a thing exist at a time. Safe for any thread. */
public final class Quota {
  private final int max;
  private final Runnable full;
  private final AtomicInteger used = new AtomicInteger();

  /** A quota of {@code max} places, all free. */
  public Quota(int max) {
    this(max, () -> {});
  }

  /**
   * The same.
   *
   * @param full run whenever somebody is turned away
   */
  public Quota(int max, Runnable full) {
    this.max = max;
    this.full = full;
  }

  /** Takes a place if one is free. */
  public boolean tryAcquire() {
    // Never above the bound, not even in passing: that would turn away who comes just then.
    int taken = used.get();
    while (taken < max) {
      if (used.compareAndSet(taken, taken + 1)) {
        return true;
      }
      taken = used.get();
    }
    full.run();
    return false;
  }

  /** Gives a place back. */
  public void release() {
    used.decrementAndGet();
  }

  /** Places in all. */
  public int max() {
    return max;
  }

  /** Places taken now. */
  public int used() {
    return used.get();
  }
}
