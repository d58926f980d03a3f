package network.pug.e2e.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a process uses its addresses for, as far as proc_pid_maps(5) and its threads tell. */
final class Mappings {
  /** The use of a thread's stack. */
  static final String STACK = "thread stack";

  /** Below this a JVM puts its heap and its classes, so that 32 bits can point into them. */
  private static final long LOW = 32L << 30;

  private final NavigableMap<Long, Mapping> byStart = new TreeMap<>();

  private record Mapping(long end, String use) {}

  /** Reads those of a process. */
  static Mappings of(long pid) throws IOException {
    Mappings mappings = new Mappings();
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "maps"))) {
      lines.forEach(mappings::add);
    }
    return mappings;
  }

  /** Takes note of where the threads' stacks are. */
  void stacks(Collection<Long> stackPointers) {
    for (long pointer : stackPointers) {
      byStart.computeIfPresent(
          floor(pointer), (start, mapping) -> new Mapping(mapping.end(), STACK));
    }
  }

  /** What an address is used for. */
  String use(long address) {
    Mapping mapping = byStart.get(floor(address));
    return mapping == null || address >= mapping.end() ? "unknown" : mapping.use();
  }

  private long floor(long address) {
    Long start = byStart.floorKey(address);
    return start == null ? -1 : start;
  }

  private void add(String line) {
    String[] fields = line.split(" +", 6);
    String[] range = fields[0].split("-", 2);
    long start = Long.parseUnsignedLong(range[0], 16);
    long end = Long.parseUnsignedLong(range[1], 16);
    byStart.put(start, new Mapping(end, use(start, fields[1], fields.length > 5 ? fields[5] : "")));
  }

  private static String use(long start, String access, String name) {
    if (name.startsWith("/")) {
      return name.substring(name.lastIndexOf('/') + 1);
    }
    if (!name.isEmpty()) {
      return name.equals("[heap]") ? "malloc" : name;
    }
    if (access.contains("x")) {
      return "generated code";
    }
    return Long.compareUnsigned(start, LOW) < 0 ? "Java heap or classes" : "anonymous";
  }
}
