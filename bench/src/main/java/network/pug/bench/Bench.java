package network.pug.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import network.pug.bench.load.Generator;
import network.pug.bench.peer.Cores;
import network.pug.bench.peer.Peers;
import org.openjdk.jmh.runner.RunnerException;

/**
 * The command: {@code Bench ROOT (relays | growth | functions | all)}. Prints tables, writes
 * drawings to {@code bench/target/how-fast}, and with {@code all} the page of the documentation
 * too. Ends with status 1 if any delivery was wrong.
 */
public final class Bench {
  /** After the end of a run, for what is still under way. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path root;
  private final Path folder;
  private final SequencedMap<String, String> tables = new LinkedHashMap<>();
  private boolean ok = true;

  private Bench(Path root) {
    this.root = root;
    folder = root.resolve("bench/target/how-fast");
  }

  /** Runs. */
  public static void main(String[] arguments) throws Exception {
    Bench bench = new Bench(Path.of(arguments[0]));
    bench.run(arguments[1]);
    System.exit(bench.ok ? 0 : 1);
  }

  /** Tells who waits what is being done. */
  static void say(String what) {
    System.err.println("pugnetwork: " + what);
  }

  private void run(String what)
      throws IOException, InterruptedException, GeneralSecurityException, RunnerException {
    Files.createDirectories(folder);
    boolean all = what.equals("all");
    show(new TreeMap<>(Map.of("machine", machine())));
    if (all || what.equals("functions")) {
      show(Functions.run());
    }
    if (!what.equals("functions")) {
      withRelays(all || what.equals("relays"), all || what.equals("growth"));
    }
    if (all) {
      Files.writeString(folder.resolve("how-fast.md"), HowFastPage.of(tables));
      say("the page is there, too");
    }
  }

  private void withRelays(boolean relays, boolean growth)
      throws IOException, InterruptedException, GeneralSecurityException {
    Cores cores = Cores.ofThisMachine();
    if (!cores.apart()) {
      say("without taskset or a second processor, relays and generator disturb each other");
    }
    cores.takeOurs();
    Peers peers = new Peers(root, Bench::say);
    try (Generator generator = new Generator(PATIENCE)) {
      Contest contest = new Contest(generator);
      Memory memory = new Memory(generator, cores);
      if (relays) {
        Relays run = new Relays(peers, cores, contest, memory);
        show(run.run());
        Files.writeString(folder.resolve("how-fast.svg"), run.drawing());
      }
      if (growth) {
        Growth run = new Growth(peers, cores, contest, memory);
        show(run.run());
        Files.writeString(folder.resolve("how-fast-grows.svg"), run.drawing());
      }
      ok = contest.ok();
      say("drawings are in " + folder);
    }
  }

  /** Prints some, and keeps them for the page. */
  private void show(SequencedMap<String, String> some) {
    some.forEach((name, table) -> System.out.println("## " + name + "\n\n" + table + "\n"));
    tables.putAll(some);
  }

  /** What it runs on, in a sentence. */
  private static String machine() throws IOException {
    String model =
        Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.replaceFirst(".*: ", ""))
            .findFirst()
            .orElse(System.getProperty("os.arch", ""));
    String kernel = Files.readString(Path.of("/proc/sys/kernel/osrelease")).strip();
    return String.format(
        Locale.ROOT,
        "%d processors (%s), Linux %s, Java %s",
        Runtime.getRuntime().availableProcessors(),
        model,
        kernel,
        Runtime.version().feature());
  }
}
