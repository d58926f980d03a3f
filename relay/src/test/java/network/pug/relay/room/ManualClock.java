package network.pug.relay.room;

import java.time.Duration;

/** A clock that stands still until it is moved; its two scales move apart when asked to. */
public final class ManualClock implements Clock {
  private long nanos = Long.MAX_VALUE - Duration.ofSeconds(30).toNanos();
  private long epochMillis = 1_700_000_000_000L;

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public long epochMillis() {
    return epochMillis;
  }

  /** Lets time pass. */
  public void advance(Duration duration) {
    nanos += duration.toNanos();
    epochMillis += duration.toMillis();
  }

  /** Sets the wall clock, as an administrator or NTP would. */
  public void setWallClock(long millis) {
    epochMillis = millis;
  }
}
