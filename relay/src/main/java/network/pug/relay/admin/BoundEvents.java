package network.pug.relay.admin;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
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
  private final ScheduledExecutorService thread;
  private final Clock clock;
  private final Consumer<Event> log;
  private final Map<Bound, OnceAMinute> events = new ConcurrentHashMap<>();

  /** Nothing was reached yet. */
  public BoundEvents(ScheduledExecutorService thread, Clock clock, Consumer<Event> log) {
    this.thread = thread;
    this.clock = clock;
    this.log = log;
  }

  /** A bound is reached. */
  public void reached(Bound bound) {
    events
        .computeIfAbsent(
            bound,
            first -> new OnceAMinute(thread, clock, times -> log.accept(event(bound, times))))
        .happened();
  }

  private static Event event(Bound bound, long times) {
    return Event.of(
            Level.WARNING,
            "limit-reached",
            "limit reached: --" + bound.flag() + " (times: " + times + ")")
        .with("limit", bound.flag())
        .with("times", times);
  }
}
