package network.pug.relay.gateway;

/**
 * How fast one member may send: so many messages a second, and a burst of twice as many. Counts by
 * the generic cell rate algorithm (ITU-T I.371): one number says when the burst would be used up.
 * Belongs to its connection's event loop.
 */
final class RateLimit {
  private final long intervalNanos;
  private final long toleranceNanos;
  private long nextDue;

  /**
   * A limit with its whole burst free.
   *
   * @param perSecond messages a second; 0 for no limit
   * @param now monotonic nanoseconds
   */
  RateLimit(int perSecond, long now) {
    intervalNanos = perSecond == 0 ? 0 : 1_000_000_000L / perSecond;
    toleranceNanos = Math.max(0, 2L * perSecond - 1) * intervalNanos;
    nextDue = now;
  }

  /**
   * Asks to send one message.
   *
   * @param now monotonic nanoseconds
   * @return 0 if it may be sent, and is counted; else for how many nanoseconds it must wait
   */
  long delay(long now) {
    long early = nextDue - now - toleranceNanos;
    if (early > 0) {
      return early;
    }
    nextDue = (nextDue - now > 0 ? nextDue : now) + intervalNanos;
    return 0;
  }
}
