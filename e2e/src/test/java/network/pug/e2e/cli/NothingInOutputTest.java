package network.pug.e2e.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import network.pug.e2e.support.Certificate;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Watchlist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is sent to a relay, it says that it starts, where it listens, that a limit was reached,
 * what a signal did, that it ends, and nothing else.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NothingInOutputTest {
  private static final Pattern STACK_TRACE = Pattern.compile("Exception|Error\\b|\\bat network\\.");

  /** A client that does not read is among those that come. */
  private static final String CUT_OFF = "pugnetwork: limit reached: --max-queue-bytes (times: 1)\n";

  @TempDir private Path folder;

  @Test
  void nothingOfWhatClientsSendIsPrinted() throws Exception {
    try (var process = start()) {
      URI url = process.listening();
      Relay relay = Relay.at(url);
      Traffic.converse(relay);
      Abuse.everything(relay);
      assertEquals(CUT_OFF, process.nextErrorLine() + "\n");
      process.signal("HUP");
      process.nextErrorLine();
      assertSays(
          CUT_OFF + "pugnetwork: there is no certificate to reload: the relay runs without TLS\n",
          process.stop());
    }
  }

  @Test
  void nothingOfWhatClientsSendOverTlsIsPrinted() throws Exception {
    Certificate certificate = Certificate.make(folder, "relay");
    Certificate other = Certificate.make(Files.createDirectory(folder.resolve("other")), "other");
    try (var process =
        start("--tls-cert", certificate.chain() + "", "--tls-key", certificate.key() + "")) {
      URI url = process.listening();
      Relay relay = Relay.at(url, certificate);
      Traffic.converse(relay);
      Abuse.handshakes(relay, Relay.at(url, other));
      Abuse.everything(relay);
      assertEquals(CUT_OFF, process.nextErrorLine() + "\n");
      process.signal("HUP");
      process.nextErrorLine();
      assertSays(CUT_OFF + "pugnetwork: certificate reloaded\n", process.stop());
    }
  }

  /** What the relay must not print would be found if it did. */
  @Test
  void aStackTraceWouldBeFound() {
    assertEquals(
        List.of("Exception", "at network."),
        search("java.io.IOException: reset\n\tat network.pug.relay.Main.main(Main.java:1)"));
    assertEquals(List.of("/127.0.0.1:50007"), search("reset by /127.0.0.1:50007"));
  }

  private static Pugnetwork start(String... flags) throws Exception {
    ProcessBuilder command =
        Pugnetwork.command("--port", "0", "--pow-difficulty", "0", "--message-rate", "0");
    command.command().addAll(List.of(flags));
    return Pugnetwork.start(command);
  }

  private static void assertSays(String errors, Pugnetwork.Ended ended) {
    assertEquals(List.of(), search(ended.out() + ended.err()));
    assertEquals(new Pugnetwork.Ended(0, "", errors), ended.extraordinary());
  }

  private static List<String> search(String output) {
    return Stream.concat(
            STACK_TRACE.matcher(output).results().map(MatchResult::group),
            Watchlist.findIn(output).stream())
        .toList();
  }
}
