package network.pug.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which processors relays and generator run on, by {@code taskset}. Where there is none, or one
 * processor alone, everything runs anywhere.
 *
 * @param relay for a relay
 * @param generator for this process
 */
public record Cores(List<Integer> relay, List<Integer> generator) {
  private static final String ALLOWED = "Cpus_allowed_list:";

  /** The first that we may use for relays, the last for the generator. */
  public static Cores ofThisMachine() throws IOException, InterruptedException {
    List<Integer> all = allowed();
    if (all.size() < 2 || !hasTaskset()) {
      return new Cores(List.of(), List.of());
    }
    return new Cores(List.of(all.getFirst()), List.of(all.getLast()));
  }

  /** True if relays and generator have processors of their own. */
  public boolean apart() {
    return !relay.isEmpty();
  }

  /** The same with one processor more for a relay, which the generator then has to share. */
  public Cores withTwoForTheRelay() {
    return !apart() ? this : new Cores(List.of(relay.getFirst(), generator.getFirst()), generator);
  }

  /** Puts this process onto its processor. */
  public void takeOurs() throws IOException, InterruptedException {
    if (apart()) {
      String self = Long.toString(ProcessHandle.current().pid());
      new ProcessBuilder("taskset", "-acp", list(generator), self)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start()
          .waitFor();
    }
  }

  /** A command that runs another on a relay's processors. */
  List<String> pinned(List<String> command) {
    List<String> pinned = new ArrayList<>(command);
    if (apart()) {
      pinned.addAll(0, List.of("taskset", "-c", list(relay)));
    }
    return pinned;
  }

  private static String list(List<Integer> cores) {
    return String.join(",", cores.stream().map(String::valueOf).toList());
  }

  private static boolean hasTaskset() throws InterruptedException {
    return Peers.run("taskset", "--version");
  }

  /** The processors of this process, from a list such as 0-2,5. */
  private static List<Integer> allowed() throws IOException {
    List<Integer> cores = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith(ALLOWED)) {
        for (String range : line.substring(ALLOWED.length()).strip().split(",", -1)) {
          String[] ends = range.split("-", 2);
          int last = Integer.parseInt(ends[ends.length - 1]);
          for (int core = Integer.parseInt(ends[0]); core <= last; core++) {
            cores.add(core);
          }
        }
      }
    }
    return cores;
  }
}
