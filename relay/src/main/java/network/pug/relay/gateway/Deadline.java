package network.pug.relay.gateway;

import io.netty.channel.Channel;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The one thing that a connection waits for. Belongs to its connection's event loop. */
final class Deadline {
  private final Channel channel;
  private @Nullable ScheduledFuture<?> timer;

  Deadline(Channel channel) {
    this.channel = channel;
  }

  /** Runs {@code action} after this time, and nothing that was to run before. */
  void set(Duration duration, Runnable action) {
    cancel();
    timer = channel.eventLoop().schedule(action, duration.toNanos(), TimeUnit.NANOSECONDS);
  }

  void cancel() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }
}
