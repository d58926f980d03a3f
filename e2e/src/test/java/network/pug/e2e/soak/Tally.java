package network.pug.e2e.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** What the lives of many rooms amount to. Safe for any thread. */
final class Tally {
  private static final int FAULTS_KEPT = 5;

  private final AtomicInteger living = new AtomicInteger();
  private final AtomicLong lived = new AtomicLong();
  private final AtomicLong deliveries = new AtomicLong();
  private final List<String> faults = new ArrayList<>();
  private List<Long> nanos = new ArrayList<>();

  void begun() {
    living.incrementAndGet();
    lived.incrementAndGet();
  }

  void over() {
    living.decrementAndGet();
  }

  /** Something was said and heard by all, which took so long. */
  synchronized void heard(long nanosTaken, long messagesRead) {
    nanos.add(nanosTaken);
    deliveries.addAndGet(messagesRead);
  }

  /** Something was not as it should be. */
  synchronized void fault(Throwable fault) {
    if (faults.size() < FAULTS_KEPT) {
      String where =
          Stream.of(fault.getStackTrace())
              .filter(frame -> frame.getClassName().startsWith(Tally.class.getPackageName()))
              .findFirst()
              .map(frame -> " in " + frame.getMethodName())
              .orElse("");
      faults.add(fault + where);
    }
  }

  /** The rooms that live. */
  int living() {
    return living.get();
  }

  /** All that ever have. */
  long lived() {
    return lived.get();
  }

  long deliveries() {
    return deliveries.get();
  }

  synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  /** The times since this was last asked, the shortest first. */
  synchronized List<Long> takeNanos() {
    List<Long> taken = nanos;
    nanos = new ArrayList<>();
    taken.sort(null);
    return taken;
  }
}
