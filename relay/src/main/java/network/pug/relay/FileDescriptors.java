package network.pug.relay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How many files, and so sockets, this process may have open (RLIMIT_NOFILE). Linux's alone. */
final class FileDescriptors {
  private static final Pattern OPEN_FILES = Pattern.compile("Max open files +([0-9]+) .*");

  private FileDescriptors() {}

  /** The limit that is in force, which Java has raised to the hard one; MAX_VALUE for none. */
  static int limit() {
    try {
      return limit(Files.readAllLines(Path.of("/proc/self/limits")));
    } catch (IOException e) {
      return Integer.MAX_VALUE;
    }
  }

  /** The same from the lines of {@code /proc/self/limits} (proc(5)). */
  static int limit(List<String> limits) {
    return limits.stream()
        .map(OPEN_FILES::matcher)
        .filter(Matcher::matches)
        .mapToLong(line -> Long.parseLong(line.group(1)))
        .mapToInt(limit -> (int) Math.min(limit, Integer.MAX_VALUE))
        .findFirst()
        .orElse(Integer.MAX_VALUE);
  }

  /** How many are open now. */
  static int open() {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return (int) files.count();
    } catch (IOException e) {
      return 0;
    }
  }
}
