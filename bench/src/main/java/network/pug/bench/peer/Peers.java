package network.pug.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import network.pug.bench.load.Dialect;

/** Makes relays ready to be started, as far as this machine has what they need. */
public final class Peers {
  /** The C relay that writes each message as it comes. */
  public static final String C = "C, at once";

  /** The C relay that writes once a turn. */
  public static final String C_COALESCING = "C, coalescing";

  /** Ours. */
  public static final String OURS = "Pug Network";

  private final Path root;
  private final Path work;
  private final Consumer<String> remark;

  /**
   * Of a checkout.
   *
   * @param root of the project
   * @param remark is told what is left out
   */
  public Peers(Path root, Consumer<String> remark) {
    this.root = root;
    this.work = root.resolve("bench/target/peers");
    this.remark = remark;
  }

  /** All relays that there are, ours first. */
  public List<Peer> all() throws IOException, InterruptedException {
    Path sources = root.resolve("bench/peers");
    Files.createDirectories(work);
    List<Peer> peers = new ArrayList<>(List.of(ours()));
    Path relay = work.resolve("relay");
    String source = sources.resolve("relay.c").toString();
    String more = sources.resolve("accept.c").toString();
    if (run("cc", "-O2", "-o", relay.toString(), source, more)) {
      peers.add(new Peer(C, Dialect.raw(), List.of(relay.toString(), "0")));
      peers.add(
          new Peer(C_COALESCING, Dialect.raw(), List.of(relay.toString(), "--coalesce", "0")));
    } else {
      remark.accept("without the relays in C: cc is missing or fails");
    }
    try (var files = Files.list(sources)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, work.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    String folder = work.toString();
    if (run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", folder)) {
      peers.add(node("Node.js, ws", Dialect.raw(), "ws.js"));
      peers.add(node("Node.js, Socket.IO", Dialect.socketIo(), "socketio.js"));
    } else {
      remark.accept("without the relays on Node.js: npm is missing or fails");
    }
    return peers;
  }

  /** Our relay, with bounds that do not get into the way. */
  public Peer ours(String... flags) {
    List<String> command =
        new ArrayList<>(
            List.of(
                root.resolve("pugnetwork").toString(),
                "--port=0",
                "--message-rate=0",
                "--pow-difficulty=0",
                "--max-capacity=100",
                "--max-tokens=1000000"));
    command.addAll(Arrays.asList(flags));
    return new Peer(OURS, Dialect.pug(), command);
  }

  /** A certificate for ours, among what peers are made of. */
  public Certificate certificate()
      throws IOException, InterruptedException, GeneralSecurityException {
    return Certificate.make(work);
  }

  private Peer node(String name, Dialect dialect, String script) {
    return new Peer(name, dialect, List.of("node", work.resolve(script).toString(), "0"));
  }

  /** True if a command is there and succeeds. */
  static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
