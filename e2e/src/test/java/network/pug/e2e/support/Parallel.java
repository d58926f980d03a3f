package network.pug.e2e.support;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the same thing several times at once. */
public final class Parallel {
  private Parallel() {}

  /** The results of {@code times} calls that start together. */
  public static <T> List<T> times(int times, Callable<T> task) throws Exception {
    CyclicBarrier start = new CyclicBarrier(times);
    Callable<T> together =
        () -> {
          start.await();
          return task.call();
        };
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(Collections.nCopies(times, together)).stream()
          .map(Future::resultNow)
          .toList();
    }
  }
}
