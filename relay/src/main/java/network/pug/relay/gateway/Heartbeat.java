package network.pug.relay.gateway;

import java.time.Duration;
import network.pug.relay.room.Clock;

/**
 * Finds out that a member is gone although its connection was never closed: pings it after a time
 * of silence, and lets go of it after another. Belongs to its connection's event loop.
 */
final class Heartbeat {
  private final Clock clock;
  private final Gateway.Timeouts timeouts;
  private final Deadline deadline;
  private final Runnable ping;
  private final Runnable letGo;
  private long lastHeard;

  /**
   * A heartbeat that has not started.
   *
   * @param deadline the connection's, used from the start on
   * @param ping asks for a sign of life
   * @param letGo ends the connection
   */
  Heartbeat(
      Clock clock, Gateway.Timeouts timeouts, Deadline deadline, Runnable ping, Runnable letGo) {
    this.clock = clock;
    this.timeouts = timeouts;
    this.deadline = deadline;
    this.ping = ping;
    this.letGo = letGo;
  }

  /** There was a sign of life, be it part of a frame. */
  void heard() {
    lastHeard = clock.nanos();
  }

  /** Begins to look after the connection. */
  void start() {
    heard();
    deadline.set(timeouts.silence(), this::check);
  }

  private void check() {
    Duration dead = timeouts.silence().plus(timeouts.pong());
    Duration silent = silence();
    if (silent.compareTo(dead) >= 0) {
      letGo.run();
    } else if (silent.compareTo(timeouts.silence()) >= 0) {
      deadline.set(dead.minus(silent), this::check);
      ping.run();
    } else {
      deadline.set(timeouts.silence().minus(silent), this::check);
    }
  }

  private Duration silence() {
    return Duration.ofNanos(clock.nanos() - lastHeard);
  }
}
