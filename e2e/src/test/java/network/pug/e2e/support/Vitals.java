package network.pug.e2e.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the kernel tells of a process: see proc(5). Safe for any thread. */
public final class Vitals {
  private static final long KIB = 1024;

  private final Path process;

  /** Of the process with this number. */
  public Vitals(long pid) {
    process = Path.of("/proc", Long.toString(pid));
  }

  /** Bytes of memory that it has now: heap, buffers, code and the rest. */
  public long residentBytes() throws IOException {
    return bytes("VmRSS:");
  }

  /** The most that it has had since {@link #forgetPeak}. */
  public long peakResidentBytes() throws IOException {
    return bytes("VmHWM:");
  }

  /** Lets the peak start from what it has now. */
  public void forgetPeak() throws IOException {
    Files.writeString(process.resolve("clear_refs"), "5");
  }

  /** How many file descriptors it has open, sockets included. */
  public int openFiles() throws IOException {
    return entries("fd");
  }

  /** How many threads it has. */
  public int threads() throws IOException {
    return entries("task");
  }

  private long bytes(String name) throws IOException {
    try (Stream<String> lines = Files.lines(process.resolve("status"))) {
      String line = lines.filter(found -> found.startsWith(name)).findFirst().orElseThrow();
      return Long.parseLong(line.replaceAll("\\D", "")) * KIB;
    }
  }

  private int entries(String folder) throws IOException {
    try (Stream<Path> entries = Files.list(process.resolve(folder))) {
      return Math.toIntExact(entries.count());
    }
  }
}
