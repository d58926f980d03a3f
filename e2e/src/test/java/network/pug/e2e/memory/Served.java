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

/** A relay in a process of its own, which is given a life that is the same in every run. */
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

  /** Starts one, over TLS if there is a certificate. */
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

  Dialect dialect() {
    return new PugDialect(relay, random);
  }

  RandomGenerator random() {
    return random;
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
