package network.pug.e2e.soak;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import network.pug.e2e.cli.Pugnetwork;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Vitals;

/**
 * Rooms that come and go at a steady pace, and samples meanwhile. The pace is to leave headroom on
 * two cores: what is looked for is a drift, not a limit.
 */
final class Churn implements AutoCloseable {
  private static final long STEP_MILLIS = 250;
  private static final Duration LOOKING = Duration.ofMillis(50);

  /** Each room that waits for its expiry takes one, for some seconds. */
  private static final int THREADS = 64;

  /** For the last rooms to end, and for the relay to let go of their sockets. */
  private static final int PATIENCE_SECONDS = 30;

  private final Pugnetwork process =
      Pugnetwork.start("--port=0", "--pow-difficulty=0", "--min-ttl=1");
  private final Relay relay = Relay.at(process.listening());
  private final Vitals vitals = new Vitals(process.pid());
  private final Tally tally = new Tally();
  private final AtomicLong seeds = new AtomicLong();
  private final ScheduledExecutorService lives = Executors.newScheduledThreadPool(THREADS);
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);

  /** Starts a relay. */
  Churn() throws IOException {}

  /** Lets rooms come and go for so long, with a sample in each interval. */
  Outcome run(Duration duration, Duration interval, int roomsASecond) throws Exception {
    int filesBefore = filesAtRest();
    List<Sample> samples = new ArrayList<>();
    long start = System.nanoTime();
    Future<?> births =
        every(Duration.ofSeconds(1).dividedBy(roomsASecond), Executors.callable(this::begin));
    Future<?> watch = every(interval, () -> samples.add(sample(start)));
    pause(duration);
    births.cancel(false);
    watch.cancel(false);
    await(() -> tally.living() == 0);
    await(() -> vitals.openFiles() == filesBefore);
    return new Outcome(
        List.copyOf(samples),
        filesBefore,
        vitals.openFiles(),
        tally.lived(),
        tally.deliveries(),
        tally.faults());
  }

  /** The least number in a second, for a relay that has just begun may be reading something. */
  private int filesAtRest() throws InterruptedException, ExecutionException {
    List<Integer> looks = new ArrayList<>();
    Future<?> look = every(LOOKING, () -> looks.add(vitals.openFiles()));
    pause(Duration.ofSeconds(1));
    look.cancel(false);
    return Collections.min(looks);
  }

  private void pause(Duration length) throws InterruptedException, ExecutionException {
    clock.schedule(() -> {}, length.toNanos(), TimeUnit.NANOSECONDS).get();
  }

  private void begin() {
    tally.begun();
    lives.execute(
        () -> {
          try {
            goOn(new Life(relay, seeds.incrementAndGet(), tally));
          } catch (IOException | RuntimeException | AssertionError e) {
            tally.fault(e);
            tally.over();
          }
        });
  }

  private void goOn(Life life) {
    boolean goesOn = false;
    try {
      goesOn = life.step();
    } catch (IOException | RuntimeException | AssertionError e) {
      tally.fault(e);
    }
    if (goesOn) {
      lives.schedule(() -> goOn(life), STEP_MILLIS, TimeUnit.MILLISECONDS);
    } else {
      try (life) {
        tally.over();
      } catch (IOException e) {
        tally.fault(e);
      }
    }
  }

  private Sample sample(long start) throws IOException {
    List<Long> nanos = tally.takeNanos();
    return new Sample(
        (System.nanoTime() - start) / 1e9,
        vitals.residentBytes(),
        vitals.openFiles(),
        vitals.threads(),
        tally.living(),
        millis(nanos, 0.5),
        millis(nanos, 0.99));
  }

  private static double millis(List<Long> sorted, double share) {
    return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1e6;
  }

  /** Does something on the clock's thread at a steady rate; where it fails, that is a fault. */
  private Future<?> every(Duration period, Callable<?> action) {
    Runnable guarded =
        () -> {
          try {
            action.call();
          } catch (Exception e) {
            tally.fault(e);
          }
        };
    return clock.scheduleAtFixedRate(guarded, 0, period.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Waits for it, but not for ever: what is seen then is told by the outcome. */
  private void await(Callable<Boolean> condition) throws InterruptedException, ExecutionException {
    CompletableFuture<Void> met = new CompletableFuture<>();
    Future<?> look = every(LOOKING, () -> condition.call() ? met.complete(null) : null);
    try {
      met.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      tally.fault(e);
    } finally {
      look.cancel(false);
    }
  }

  /** Ends the relay. */
  @Override
  public void close() {
    lives.shutdownNow();
    clock.shutdownNow();
    process.close();
  }
}
