package network.pug.relay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that do things at once, again and again. */
public final class Race implements AutoCloseable {
  private final int threads;
  private final ExecutorService runners;
  private final CyclicBarrier start;

  /** A race of so many threads. */
  public Race(int threads) {
    this.threads = threads;
    this.runners = Executors.newFixedThreadPool(threads);
    this.start = new CyclicBarrier(threads);
  }

  /** What came of doing all of these at once, a thread for each, in their order. */
  public <T> List<T> run(Collection<? extends Callable<T>> actions) throws Exception {
    if (actions.size() != threads) {
      throw new IllegalArgumentException("one action a thread");
    }
    List<Callable<T>> together = new ArrayList<>();
    for (Callable<T> action : actions) {
      together.add(
          () -> {
            start.await();
            return action.call();
          });
    }
    List<T> results = new ArrayList<>();
    for (Future<T> result : runners.invokeAll(together)) {
      results.add(result.get());
    }
    return results;
  }

  @Override
  public void close() {
    runners.close();
  }
}
