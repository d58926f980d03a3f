package network.pug.relay.gateway;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import network.pug.relay.room.Alarm;
import org.jspecify.annotations.Nullable;

/** A registry's one timer, on the event loop that the registry belongs to. */
final class LoopAlarm implements Alarm {
  private final ScheduledExecutorService loop;
  private final Runnable wake;
  private @Nullable ScheduledFuture<?> set;

  /**
   * An alarm that is not set.
   *
   * @param loop runs everything on the registry's thread
   * @param wake what is to be run
   */
  LoopAlarm(ScheduledExecutorService loop, Runnable wake) {
    this.loop = loop;
    this.wake = wake;
  }

  @Override
  public void wakeAfter(long nanos) {
    if (set != null) {
      set.cancel(false);
    }
    set = loop.schedule(wake, Math.max(0, nanos), TimeUnit.NANOSECONDS);
  }
}
