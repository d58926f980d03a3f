package network.pug.e2e.memory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import network.pug.e2e.cli.Pugnetwork;
import network.pug.e2e.support.Certificate;
import network.pug.e2e.support.Relay;
import org.jspecify.annotations.Nullable;

/** A relay in a process of its own, and the same random numbers in every run. */
final class Served implements AutoCloseable {
  /** Any will do; needles are long enough to meet no others. */
  private static final int SEED = 4;

  private final Pugnetwork command;
  private final Relay relay;
  private final RandomGenerator random = new Random(SEED);

  private Served(Pugnetwork command, Relay relay) {
    this.command = command;
    this.relay = relay;
  }

  /** Starts ours, with TLS if there is a certificate. */
  static Served start(@Nullable Certificate certificate) throws IOException {
    List<String> flags = new ArrayList<>();
    flags.addAll(List.of("--port", "0", "--pow-difficulty", "0", "--min-ttl", "1"));
    // A burst of 1000, so that one of 1200 must wait.
    flags.addAll(List.of("--message-rate", "500"));
    if (certificate != null) {
      flags.addAll(List.of("--tls-cert", certificate.chain().toString()));
      flags.addAll(List.of("--tls-key", certificate.key().toString()));
    }
    Pugnetwork command = Pugnetwork.start(flags.toArray(String[]::new));
    return new Served(
        command,
        certificate == null
            ? Relay.at(command.listening())
            : Relay.at(command.listening(), certificate));
  }

  /** Starts one of src/test/peers. */
  static Served node(String script) throws IOException {
    Pugnetwork command =
        Pugnetwork.start(new ProcessBuilder("node", "src/test/peers/" + script, "0"));
    return new Served(command, Relay.at(command.listening()));
  }

  Relay relay() {
    return relay;
  }

  RandomGenerator random() {
    return random;
  }

  /** Lives to lead there, in our protocol, with visitors of all kinds. */
  Lives lives() {
    PugDialect dialect = new PugDialect(relay, random);
    return new Lives(
        dialect,
        random,
        (needles, room, members) ->
            new Mischief(dialect, relay, needles, room, random).among(members));
  }

  /** All memory of it, now. */
  MemoryImage image() throws IOException, InterruptedException {
    return MemoryImage.take(command.pid());
  }

  @Override
  public void close() {
    command.close();
  }
}
