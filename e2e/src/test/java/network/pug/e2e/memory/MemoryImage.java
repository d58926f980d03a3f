package network.pug.e2e.memory;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All memory that a process had at one moment, taken by gdb's gcore. The file it came in is gone
 * once this exists. Closing it gives the memory back.
 */
final class MemoryImage implements AutoCloseable {
  private static final Pattern STACK_POINTER = Pattern.compile("= \\(void \\*\\) 0x([0-9a-f]+)");

  // ELF-64 (System V ABI, chapters 4 and 5).
  private static final ValueLayout.OfShort HALF =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.nativeOrder());
  private static final ValueLayout.OfInt WORD =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.nativeOrder());
  private static final ValueLayout.OfLong XWORD =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.nativeOrder());
  private static final int PT_LOAD = 1;

  private final Arena arena;
  private final MemorySegment core;
  private final Mappings mappings;

  private MemoryImage(Arena arena, MemorySegment core, Mappings mappings) {
    this.arena = arena;
    this.core = core;
    this.mappings = mappings;
  }

  /** Skips the test where gdb cannot attach to another process, and says why. */
  static void assumePossible() throws IOException, InterruptedException {
    goOnIf(
        Stream.of(System.getenv("PATH").split(":", -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "gdb"))),
        "gdb is not installed");
    Process other = new ProcessBuilder("cat").start();
    try {
      String output = gdb(other.pid(), "print 6 * 7");
      goOnIf(
          output.contains("= 42") && !output.contains("ptrace: "),
          "gdb may not attach to a process: " + output.strip());
    } finally {
      other.destroyForcibly();
    }
  }

  /** A skipped test does not say why in what Maven prints, so it is said here. */
  private static void goOnIf(boolean possible, String otherwise) {
    if (!possible) {
      System.err.println("No memory image is taken, and erasure not tested: " + otherwise);
    }
    assumeTrue(possible, otherwise);
  }

  /** Takes one. The process stands still for some seconds, and goes on. */
  static MemoryImage take(long pid) throws IOException, InterruptedException {
    Path file = Files.createTempFile("memory", ".core");
    Arena arena = Arena.ofShared();
    try {
      Mappings mappings = Mappings.of(pid);
      String output =
          gdb(
              pid,
              "thread apply all -q print $sp",
              "set dump-excluded-mappings on",
              "set use-coredump-filter off",
              "gcore " + file);
      assertTrue(output.contains("Saved corefile"), output);
      mappings.stacks(
          STACK_POINTER
              .matcher(output)
              .results()
              .map(pointer -> Long.parseUnsignedLong(pointer.group(1), 16))
              .toList());
      try (FileChannel channel = FileChannel.open(file)) {
        MemorySegment core = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        return new MemoryImage(arena, core, mappings);
      }
    } finally {
      Files.delete(file);
    }
  }

  private static String gdb(long pid, String... commands) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("gdb", "-nx", "-batch"));
    line.addAll(List.of("-iex", "set debuginfod enabled off", "-ex", "set pagination off"));
    line.addAll(List.of("-p", Long.toString(pid)));
    for (String command : commands) {
      line.addAll(List.of("-ex", command));
    }
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process gdb = builder.start();
    gdb.getOutputStream().close();
    String output = new String(gdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    gdb.waitFor();
    return output;
  }

  /** Searches all of it. */
  Findings search(List<Needle> needles) {
    Search search = new Search(needles);
    List<Place> places = new ArrayList<>();
    long header = core.get(XWORD, 32);
    int size = core.get(HALF, 54);
    int count = Short.toUnsignedInt(core.get(HALF, 56));
    for (int i = 0; i < count; i++, header += size) {
      if (core.get(WORD, header) == PT_LOAD) {
        long offset = core.get(XWORD, header + 8);
        long address = core.get(XWORD, header + 16);
        long length = core.get(XWORD, header + 32);
        places.addAll(search.in(core.asSlice(offset, length), address, mappings));
      }
    }
    return new Findings(List.copyOf(places));
  }

  /** How many bytes it has. */
  long size() {
    return core.byteSize();
  }

  @Override
  public void close() {
    arena.close();
  }
}
