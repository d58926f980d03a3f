package network.pug.bench;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A time in which this machine is measured by nobody else who asks for one: where the environment
 * names a file by {@code BENCH_LOCK}, {@code flock} holds it meanwhile. For one thread.
 */
final class Turn {
  private static final @Nullable String FILE = System.getenv("BENCH_LOCK");

  private final @Nullable Process holder;

  private Turn(@Nullable Process holder) {
    this.holder = holder;
  }

  /** Waits for one. */
  static Turn take() {
    if (FILE == null) {
      return new Turn(null);
    }
    try {
      Process holder = new ProcessBuilder("flock", FILE, "sh", "-c", "echo; exec cat").start();
      holder.inputReader().readLine();
      return new Turn(holder);
    } catch (IOException e) {
      throw new IllegalStateException("flock is needed for BENCH_LOCK", e);
    }
  }

  /** Ends it. */
  void end() {
    if (holder != null) {
      try {
        holder.outputWriter().close(); // cat reads to its end
      } catch (IOException e) {
        holder.destroy();
      }
      holder.onExit().join();
    }
  }
}
