package network.pug.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import network.pug.relay.room.Clock;

/**
 * Overwrites what rooms that have ended left on the heap: digests, display names, times. A
 * collector takes such objects for gone, but leaves their bytes where they were until something
 * else comes to lie there, which in a quiet relay is never.
 *
 * <p>Sweeps shortly after a room has ended, and takes a tenth of the time at the most, however
 * large the heap. Safe for any thread.
 */
final class HeapSweep {
  /**
   * From the end of a room to the sweep; what ends right behind it is swept away together with it.
   */
  private static final Duration DELAY = Duration.ofSeconds(2);

  /** In which all that has ended with a room is let go of. */
  private static final Duration LETTING_GO = Duration.ofMillis(1500);

  /** From one sweep to the next, at the least. */
  private static final Duration PAUSE = Duration.ofSeconds(7);

  /** How many times as long as a sweep took, the next one is put off. */
  private static final int REST = 10;

  /** The young generation, as the launcher has it: -Xmn8m. */
  private static final int YOUNG_BYTES = 8 << 20;

  /** The parts of it that count as free when it is empty: all but one of two survivor spaces. */
  private static final int YOUNG_FREE_BYTES = YOUNG_BYTES / 10 * 9;

  /** How far arrays reach beyond the old generation, which grows by it and shrinks again. */
  private static final int BEYOND_BYTES = 1 << 20;

  private static final int PIECE_BYTES = 1 << 16;

  private final ScheduledExecutorService thread;
  private final Clock clock;
  private final Runnable sweep;
  private final AtomicBoolean due = new AtomicBoolean();
  private volatile long earliest;
  private volatile long lastEnd;

  /** Sweeps the heap of this process. */
  HeapSweep(ScheduledExecutorService thread, Clock clock) {
    this(thread, clock, HeapSweep::overwrite);
  }

  /**
   * The same for tests.
   *
   * @param thread where it sweeps, which must be no event loop
   */
  HeapSweep(ScheduledExecutorService thread, Clock clock, Runnable sweep) {
    this.thread = thread;
    this.clock = clock;
    this.sweep = sweep;
    this.earliest = clock.nanos();
  }

  /** A room has ended. */
  void roomEnded() {
    lastEnd = clock.nanos();
    if (due.compareAndSet(false, true)) {
      schedule();
    }
  }

  private void schedule() {
    long wait = Math.max(DELAY.toNanos(), earliest - clock.nanos());
    thread.schedule(this::run, wait, TimeUnit.NANOSECONDS);
  }

  private void run() {
    long start = clock.nanos();
    try {
      sweep.run();
    } catch (OutOfMemoryError e) {
      // There is nothing free to be overwritten.
    }
    long end = clock.nanos();
    earliest = end + Math.max(PAUSE.toNanos(), REST * (end - start));
    due.set(false);
    // Also of rooms that have ended meanwhile.
    boolean tooSoon = start - lastEnd < LETTING_GO.toNanos();
    if (tooSoon && due.compareAndSet(false, true)) {
      schedule();
    }
  }

  /**
   * The first collection moves what lives to the bottom of the old generation, without a gap, as
   * the launcher asks of it. Of the arrays that come then, those that are held are moved behind it,
   * over all that was there, for the launcher lets nothing grow old in the young generation; the
   * others pass over the whole of that. The second collection takes them away.
   */
  private static void overwrite() {
    System.gc();
    fill().clear();
    System.gc();
  }

  private static List<byte[]> fill() {
    List<byte[]> held = new ArrayList<>();
    long old = Runtime.getRuntime().freeMemory() - YOUNG_FREE_BYTES + BEYOND_BYTES;
    for (long bytes = 0; bytes < old; bytes += PIECE_BYTES) {
      held.add(new byte[PIECE_BYTES]);
    }
    for (int bytes = 0; bytes < YOUNG_BYTES; bytes += PIECE_BYTES) {
      held.add(new byte[PIECE_BYTES]);
      held.removeLast();
    }
    return held;
  }
}
