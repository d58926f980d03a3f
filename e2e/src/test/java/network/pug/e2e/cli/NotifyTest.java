package network.pug.e2e.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import network.pug.e2e.support.Certificate;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.Relay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service manager is told, by the protocol of sd_notify(3). */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NotifyTest {
  @TempDir private Path folder;

  @ParameterizedTest(name = "abstract: {0}")
  @ValueSource(booleans = {false, true})
  void itIsToldOfReadinessReloadAndTheEnd(boolean isAbstract) throws Exception {
    String name = isAbstract ? "@pug-" + UUID.randomUUID() : folder.resolve("notify").toString();
    try (var manager = new NotifySocket(name);
        var process = start(name)) {
      assertEquals("READY=1", manager.next());
      RawHttp.get(Relay.at(process.listening()), "/healthz").expect(200);
      long before = System.nanoTime() / 1000;
      process.signal("HUP");
      String[] reloading = manager.next().split("\nMONOTONIC_USEC=", -1);
      assertEquals("RELOADING=1", reloading[0]);
      long at = Long.parseLong(reloading[1]);
      assertTrue(before <= at && at <= System.nanoTime() / 1000, () -> "at " + at);
      assertEquals("READY=1", manager.next());
      process.signal("TERM");
      assertEquals("STOPPING=1", manager.next());
      assertEquals(0, process.end().status());
    }
  }

  @Test
  void aReloadThatFailsEndsAsWell() throws Exception {
    String name = folder.resolve("notify").toString();
    Certificate certificate = Certificate.make(folder, "relay");
    try (var manager = new NotifySocket(name);
        var process =
            start(name, "--tls-cert=" + certificate.chain(), "--tls-key=" + certificate.key())) {
      assertEquals("READY=1", manager.next());
      Files.writeString(certificate.key(), "nothing");
      process.signal("HUP");
      assertTrue(manager.next().startsWith("RELOADING=1\n"));
      assertEquals("READY=1", manager.next());
      assertTrue(process.nextErrorLine().endsWith("the certificate in use stays"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nowhere", "/no/such/socket", "@no-such-socket", "@", "vsock:2:1"})
  void aManagerThatIsNotThereIsNotMissed(String name) throws Exception {
    try (var process = start(name)) {
      RawHttp.get(Relay.at(process.listening()), "/healthz").expect(200);
      assertEquals(new Pugnetwork.Ended(0, "", ""), process.stop().extraordinary());
    }
  }

  private static Pugnetwork start(String socket, String... flags) throws Exception {
    ProcessBuilder command = Pugnetwork.command("--port", "0");
    command.command().addAll(List.of(flags));
    command.environment().put("NOTIFY_SOCKET", socket);
    return Pugnetwork.start(command);
  }
}
