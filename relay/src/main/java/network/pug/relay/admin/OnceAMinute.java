package network.pug.relay.admin;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import network.pug.relay.room.Clock;

/**
 * Says that something has happened: the first time at once, then at most once a minute, with how
 * often it has since. Safe for any thread, and never blocks.
 */
final class OnceAMinute {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final ScheduledExecutorService thread;
  private final Clock clock;
  private final LongConsumer saying;
  private final LongAdder times = new LongAdder();
  private final AtomicBoolean due = new AtomicBoolean();
  private volatile long earliest;

  /**
   * It has not happened yet.
   *
   * @param saying told on {@code thread} how often it has happened since it was told last
   */
  OnceAMinute(ScheduledExecutorService thread, Clock clock, LongConsumer saying) {
    this.thread = thread;
    this.clock = clock;
    this.saying = saying;
    this.earliest = clock.nanos();
  }

  /** It has happened. */
  void happened() {
    times.increment();
    if (due.compareAndSet(false, true)) {
      long wait = Math.max(0, earliest - clock.nanos());
      thread.schedule(this::say, wait, TimeUnit.NANOSECONDS);
    }
  }

  private void say() {
    earliest = clock.nanos() + PAUSE.toNanos();
    due.set(false);
    long since = times.sumThenReset();
    if (since > 0) { // else the last time has counted what this one is due for
      saying.accept(since);
    }
  }
}
