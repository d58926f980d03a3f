package network.pug.relay.admin;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import network.pug.relay.room.Bound;
import network.pug.relay.room.Refusals;

/**
 * Counts what is turned away. These are the relay's only counters; all else is read when it is
 * asked for. They are moved where something ends: with the answer to a request, or with the close
 * frame of a connection. What members send each other moves none of them. Safe for any thread.
 */
public final class RefusalCounts implements Refusals {
  private final Map<String, LongAdder> byCode = new ConcurrentHashMap<>();
  private final Map<Bound, LongAdder> byBound = new ConcurrentHashMap<>();
  private final Consumer<Bound> listener;

  /**
   * Nothing was turned away yet.
   *
   * @param listener told of every bound that is reached; must not block
   */
  public RefusalCounts(Consumer<Bound> listener) {
    this.listener = listener;
  }

  @Override
  public void refused(String code) {
    byCode.computeIfAbsent(code, first -> new LongAdder()).increment();
  }

  @Override
  public void reached(Bound bound) {
    times(bound).increment();
    listener.accept(bound);
  }

  /** How often each code was given since the start; those that were not are left out. */
  public Map<String, Long> byCode() {
    Map<String, Long> sums = new TreeMap<>();
    byCode.forEach((code, adder) -> sums.put(code, adder.sum()));
    return sums;
  }

  /** How often each bound turned something away, by the name of its flag. */
  public Map<String, Long> byBound() {
    Map<String, Long> sums = new TreeMap<>();
    for (Bound bound : Bound.values()) {
      sums.put(bound.flag(), times(bound).sum());
    }
    return sums;
  }

  private LongAdder times(Bound bound) {
    return byBound.computeIfAbsent(bound, first -> new LongAdder());
  }
}
