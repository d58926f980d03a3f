package network.pug.relay.admin;

import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import network.pug.relay.admin.EventLog.Event;
import network.pug.relay.admin.EventLog.Level;
import network.pug.relay.room.Clock;

/**
 * Says that there is a bug, and where: the first time at once, then at most once a minute, of the
 * latest, with how many there were since. Its message could quote a client, and is not said. Safe
 * for any thread, and never blocks.
 */
public final class BugEvents {
  private final OnceAMinute events;
  private volatile String latest = "";

  /** There was none yet. */
  public BugEvents(ScheduledExecutorService thread, Clock clock, Consumer<Event> log) {
    events = new OnceAMinute(thread, clock, times -> log.accept(event(latest, times)));
  }

  /** Here is one. */
  public void found(Throwable bug) {
    latest = place(bug);
    events.happened();
  }

  /** What is to be said of a single one. */
  public static Event event(Throwable bug) {
    return event(place(bug), 1);
  }

  private static Event event(String place, long times) {
    return Event.of(
            Level.ERROR,
            "internal-error",
            "internal error: " + place + " (times: " + times + "); please report it")
        .with("times", times);
  }

  private static String place(Throwable bug) {
    StackTraceElement[] trace = bug.getStackTrace();
    return bug.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
