package network.pug.relay.gateway;

import io.netty.channel.Channel;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The one thing that a connection waits for. Belongs to its connection's event loop. */
final class Deadline {
  private final Channel channel;
  private final Consumer<Runnable> guard;
  private @Nullable ScheduledFuture<?> timer;

  /**
   * A deadline that is not set.
   *
   * @param guard runs an action and sees to it if it fails
   */
  Deadline(Channel channel, Consumer<Runnable> guard) {
    this.channel = channel;
    this.guard = guard;
  }

  /** Runs {@code action} after this time, and nothing that was to run before. */
  void set(Duration duration, Runnable action) {
    cancel();
    timer =
        channel
            .eventLoop()
            .schedule(() -> guard.accept(action), duration.toNanos(), TimeUnit.NANOSECONDS);
  }

  void cancel() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }
}
