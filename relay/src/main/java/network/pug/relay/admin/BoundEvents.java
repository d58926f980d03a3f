package network.pug.relay.admin;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import network.pug.relay.admin.EventLog.Event;
import network.pug.relay.admin.EventLog.Level;
import network.pug.relay.room.Bound;
import network.pug.relay.room.Clock;

/**
 * Says when a bound is reached: the first time at once, then of each bound at most once a minute,
 * with how often it was since. Safe for any thread, and never blocks.
 */
public final class BoundEvents {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final ScheduledExecutorService thread;
  private final Clock clock;
  private final Consumer<Event> log;
  private final Map<Bound, Tally> tallies = new ConcurrentHashMap<>();

  /** What is to be said of one bound. */
  private static final class Tally {
    final LongAdder times = new LongAdder();
    final AtomicBoolean due = new AtomicBoolean();
    volatile long earliest;

    Tally(long now) {
      earliest = now;
    }
  }

  /** Nothing was reached yet. */
  public BoundEvents(ScheduledExecutorService thread, Clock clock, Consumer<Event> log) {
    this.thread = thread;
    this.clock = clock;
    this.log = log;
  }

  /** A bound is reached. */
  public void reached(Bound bound) {
    Tally tally = tallies.computeIfAbsent(bound, first -> new Tally(clock.nanos()));
    tally.times.increment();
    if (tally.due.compareAndSet(false, true)) {
      long wait = Math.max(0, tally.earliest - clock.nanos());
      thread.schedule(() -> say(bound, tally), wait, TimeUnit.NANOSECONDS);
    }
  }

  private void say(Bound bound, Tally tally) {
    tally.earliest = clock.nanos() + PAUSE.toNanos();
    tally.due.set(false);
    long times = tally.times.sumThenReset();
    if (times > 0) { // else the last report has counted what this one is due for
      log.accept(
          Event.of(
                  Level.WARNING,
                  "limit-reached",
                  "limit reached: --" + bound.flag() + " (times: " + times + ")")
              .with("limit", bound.flag())
              .with("times", times));
    }
  }
}
