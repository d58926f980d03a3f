package network.pug.e2e.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import network.pug.e2e.cli.Pugnetwork;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Vitals;
import org.junit.jupiter.api.Test;

/**
 * Attacks by 10,000 sockets, of our {@link Crowd} and of slowhttptest, and what members of a room
 * notice meanwhile, as a Markdown table. Fails if a message is missed or late. It is no test by its
 * name, so it runs only when it is asked for. Needs slowhttptest, and 12,000 file descriptors a
 * process.
 */
class Siege {
  private static final int SOCKETS = Integer.getInteger("siege.sockets", 10_000);
  private static final Duration EACH = Duration.ofSeconds(30);
  private static final Pattern COLOUR = Pattern.compile("\\e\\[[0-9;]*m");
  private static final Pattern AVAILABLE = Pattern.compile("service available: +(\\w+)");

  @Test
  void isHeldOut() throws Exception {
    System.out.println(
        """
        | attack | what was done | messages heard by all | median, ms | 99 of 100, ms | slowest, ms | peak memory, MiB |
        |---|---|--:|--:|--:|--:|--:|\
        """);
    for (Harm harm : Harm.values()) {
      attackWith(harm);
    }
    attackWith("-H", "-i", "5");
    attackWith("-B", "-i", "5", "-f", "application/json");
    attackWith("-X", "-k", "3", "-w", "16", "-y", "256", "-n", "5", "-z", "32");
  }

  private static void attackWith(Harm harm) throws IOException {
    try (Pugnetwork process = start()) {
      Relay relay = Relay.at(process.listening());
      try (Conversation talk = new Conversation(relay);
          Crowd crowd = new Crowd(harm, SOCKETS, relay.port())) {
        long end = System.nanoTime() + EACH.toNanos();
        talkWhile(talk, () -> System.nanoTime() < end || !crowd.hasDoneItsWorst());
        String name = harm.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        print(name, "%,d times, %,d at once".formatted(crowd.deeds(), crowd.most()), talk, process);
        talk.expectPrompt();
      }
    }
  }

  /** Runs slowhttptest, which looks for itself whether the relay still answers. */
  private static void attackWith(String... how) throws IOException, InterruptedException {
    try (Pugnetwork process = start()) {
      Relay relay = Relay.at(process.listening());
      List<String> command =
          Stream.concat(
                  Stream.of("slowhttptest", "-u", "http://" + relay.authority() + "/", "-p", "5"),
                  Stream.concat(
                      Stream.of("-c", SOCKETS + "", "-r", "1000", "-l", EACH.toSeconds() + ""),
                      Stream.of(how)))
              .toList();
      Process attack = new ProcessBuilder(command).redirectErrorStream(true).start();
      StringBuilder out = new StringBuilder();
      Thread reader =
          Thread.startVirtualThread(
              () ->
                  attack.inputReader(UTF_8).lines().forEach(line -> out.append(line).append('\n')));
      try (Conversation talk = new Conversation(relay)) {
        talkWhile(talk, attack::isAlive);
        reader.join();
        String report = COLOUR.matcher(out).replaceAll("");
        List<String> verdicts =
            AVAILABLE.matcher(report).results().map(found -> found.group(1)).distinct().toList();
        print("slowhttptest " + how[0], "service available: " + verdicts, talk, process);
        assertEquals(List.of("YES"), verdicts, report);
        talk.expectPrompt();
      } finally {
        attack.destroy();
      }
    }
  }

  private static Pugnetwork start() throws IOException {
    return Pugnetwork.start("--port=0", "--pow-difficulty=0", "--message-rate=0");
  }

  private static void talkWhile(Conversation talk, BooleanSupplier condition) throws IOException {
    do {
      talk.turn();
    } while (condition.getAsBoolean());
  }

  private static void print(String attack, String done, Conversation talk, Pugnetwork process)
      throws IOException {
    System.out.printf(
        "| %s | %s | %,d | %.2f | %.2f | %.0f | %d |%n",
        attack,
        done,
        talk.turns(),
        talk.millis(0.5),
        talk.millis(0.99),
        talk.millis(1),
        new Vitals(process.pid()).peakResidentBytes() >> 20);
  }
}
