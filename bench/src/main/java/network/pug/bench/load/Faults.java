package network.pug.bench.load;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was wrong in a run: how often, and the first few in words. Safe for any thread. */
public final class Faults {
  /** What can be wrong. */
  public enum Kind {
    /** A message came to a member again. */
    DUPLICATE,
    /** Members disagree about the order, or messages of one sender changed places. */
    ORDER,
    /** A message was left out. */
    GAP,
    /** A message was never delivered to all. */
    LOST,
    /** A message of another room or another run. */
    ROUTE,
    /** Other bytes than were sent. */
    CONTENT,
    /** The relay's header: type, sender, or a timestamp that does not increase. */
    HEADER,
    /** A frame, an answer or a message that was not due. */
    PROTOCOL,
    /** A connection broke off. */
    DISCONNECT
  }

  private static final int KEPT = 5;

  /** None yet. */
  public Faults() {}

  private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
  private final List<String> first = new ArrayList<>();

  /** Counts one. */
  public synchronized void add(Kind kind, String what) {
    add(kind, 1, what);
  }

  /** Counts some of one kind. */
  public synchronized void add(Kind kind, long number, String what) {
    counts.merge(kind, number, Long::sum);
    if (first.size() < KEPT) {
      first.add(kind + ": " + what);
    }
  }

  /** True if all was right. */
  public synchronized boolean none() {
    return counts.isEmpty();
  }

  /** How many there were of a kind. */
  public synchronized long count(Kind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  /** Such as "GAP 2, LOST 12; the first: GAP: room 3 …". */
  @Override
  public synchronized String toString() {
    if (counts.isEmpty()) {
      return "none";
    }
    return counts.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "))
        + "; the first: "
        + String.join("; ", first);
  }
}
