package network.pug.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the kernel tells of processes: see proc(5). Safe for any thread. */
public final class Meter {
  private static final double NANOS_A_MICRO = 1e3;
  private static final int KIB = 1024;

  /** Of what stands behind a command's name in /proc/PID/stat. */
  private static final int USER = 11;

  private final ProcessHandle process;
  private final boolean withChildren;

  private Meter(ProcessHandle process, boolean withChildren) {
    this.process = process;
    this.withChildren = withChildren;
  }

  /** Of a process, and of all that it starts. */
  public static Meter ofTree(ProcessHandle process) {
    return new Meter(process, true);
  }

  /** Of this process alone. */
  public static Meter ofThis() {
    return new Meter(ProcessHandle.current(), false);
  }

  /**
   * Time on a processor so far, or between two moments.
   *
   * @param micros all of it, counted in nanoseconds
   * @param userTicks of it, how many ticks of the clock found it outside of the kernel
   * @param systemTicks and how many inside
   */
  public record Cpu(double micros, long userTicks, long systemTicks) {
    /** What came since an earlier moment. */
    public Cpu since(Cpu earlier) {
      return new Cpu(
          micros - earlier.micros,
          userTicks - earlier.userTicks,
          systemTicks - earlier.systemTicks);
    }

    /** Both together. */
    public Cpu plus(Cpu other) {
      return new Cpu(
          micros + other.micros, userTicks + other.userTicks, systemTicks + other.systemTicks);
    }

    /** The part outside of the kernel, by the ticks, from 0 to 1. */
    public double userShare() {
      return (double) userTicks / Math.max(1, userTicks + systemTicks);
    }
  }

  /** Time on a processor of all threads that are alive. */
  public Cpu cpu() {
    double nanos = 0;
    long user = 0;
    long system = 0;
    for (Path folder : folders()) {
      for (Path thread : list(folder.resolve("task"))) {
        nanos += Double.parseDouble(read(thread.resolve("schedstat"), "0 ").split(" ", 2)[0]);
      }
      String stat = read(folder.resolve("stat"), "");
      List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 1).split(" ", -1));
      if (fields.size() > USER + 2) {
        user += Long.parseLong(fields.get(USER + 1));
        system += Long.parseLong(fields.get(USER + 2));
      }
    }
    return new Cpu(nanos / NANOS_A_MICRO, user, system);
  }

  /** Bytes of memory that are in the machine. */
  public long residentBytes() {
    long kibibytes = 0;
    for (Path folder : folders()) {
      for (String line : read(folder.resolve("status"), "").lines().toList()) {
        if (line.startsWith("VmRSS:")) {
          kibibytes += Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
    }
    return kibibytes * KIB;
  }

  private List<Path> folders() {
    Stream<ProcessHandle> children = withChildren ? process.descendants() : Stream.empty();
    return Stream.concat(Stream.of(process), children)
        .map(one -> Path.of("/proc", Long.toString(one.pid())))
        .toList();
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    } catch (NoSuchFileException e) {
      return List.of(); // it has ended
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A thread that ends while it is read counts as nothing. */
  private static String read(Path file, String otherwise) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return otherwise;
    }
  }
}
