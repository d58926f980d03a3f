package network.pug.e2e.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.SSLHandshakeException;
import network.pug.e2e.support.Certificate;
import network.pug.e2e.support.Member;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the line that says where the relay listens to its end. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LifecycleTest {

  @TempDir private Path folder;

  @Test
  void oneLineOnStdoutSaysWhereItListens() throws Exception {
    try (var relay = Pugnetwork.start("--port", "0")) {
      URI listening = relay.listening();
      assertTrue(
          listening.toString().matches("http://127\\.0\\.0\\.1:[1-9]\\d*"), listening::toString);
      assertEquals("", relay.stop().out());
    }
  }

  /** A class that is needed later must not come from another build, nor be missing. */
  @Test
  void everyJarIsOpenFromTheStartSoThatABuildMayReplaceIt() throws Exception {
    Path target = Pugnetwork.ROOT.resolve("relay/target").toRealPath();
    try (var relay = Pugnetwork.start("--port", "0");
        var jars = Files.list(target.resolve("lib"))) {
      relay.listening();
      Set<Path> expected = new TreeSet<>(Set.of(target.resolve("pug-relay.jar")));
      jars.filter(file -> file.toString().endsWith(".jar")).forEach(expected::add);
      Set<Path> open = new TreeSet<>();
      try (var files = Files.list(Path.of("/proc", Long.toString(relay.pid()), "fd"))) {
        for (Path file : files.toList()) {
          open.add(Files.readSymbolicLink(file));
        }
      }
      open.retainAll(expected);
      assertEquals(expected, open);
    }
  }

  @Test
  void aNamedHostIsShownAsTheAddressItStandsFor() throws Exception {
    try (var relay = Pugnetwork.start("--port", "0", "--host", "localhost")) {
      assertEquals("127.0.0.1", relay.listening().getHost());
    }
  }

  @Test
  void allAddressesOfVersion4AreNoneOfVersion6() throws Exception {
    try (var relay = Pugnetwork.start("--port", "0", "--host", "0.0.0.0")) {
      URI listening = relay.listening();
      assertEquals("0.0.0.0", listening.getHost());
      assertThrows(
          IOException.class, () -> new Socket(InetAddress.ofLiteral("::1"), listening.getPort()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void aSignalClosesEveryConnectionAndEndsInFiveSeconds(String signal) throws Exception {
    try (var process = Pugnetwork.start("--port", "0", "--pow-difficulty", "0");
        var relay = Relay.at(process.listening());
        var silent = new RawWebSocket(relay);
        var member = Member.join(relay, Room.create(relay))) {
      long start = System.nanoTime();
      process.signal(signal);
      member.socket().read().expectClose(1001);
      member.socket().sendClose(1001);
      Pugnetwork.Ended ended = process.end();
      assertTrue(System.nanoTime() - start < Duration.ofSeconds(5).toNanos());
      assertEquals(new Pugnetwork.Ended(0, "", ""), ended.extraordinary());
      silent.read().expectClose(1001);
    }
  }

  @Test
  void hangupReloadsTheCertificate() throws Exception {
    Certificate first = Certificate.make(folder, "first");
    try (var process = startWith(first)) {
      URI listening = process.listening();
      assertEquals("https", listening.getScheme());
      assertTrue(shows(listening, first));
      Certificate second = Certificate.make(folder, "second");
      assertTrue(shows(listening, first));
      process.signal("HUP");
      // Every look is a whole handshake; the timeout of the class ends a look in vain.
      while (!shows(listening, second)) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void whoIsConnectedStaysSoWhenTheCertificateChanges() throws Exception {
    Certificate first = Certificate.make(folder, "first");
    try (var process = startWith(first);
        var relay = Relay.at(process.listening(), first);
        var member = Member.join(relay, Room.create(relay))) {
      Certificate second = Certificate.make(folder, "second");
      process.signal("HUP");
      assertEquals("pugnetwork: certificate reloaded", process.nextErrorLine());
      member.say("still here");
      assertEquals("still here", member.chat().text());
      assertTrue(shows(URI.create("https://" + relay.authority()), second));
    }
  }

  @Test
  void oneThatHasExpiredDoesNotReplaceTheOldOne() throws Exception {
    Certificate certificate = Certificate.make(folder, "first");
    try (var process = startWith(certificate)) {
      URI listening = process.listening();
      Certificate.make(folder, "old", "-keyalg", "EC", "-startdate", "-3d", "-validity", "2");
      process.signal("HUP");
      String line = process.nextErrorLine();
      assertTrue(
          line.contains("has expired") && line.endsWith("the certificate in use stays"), line);
      assertTrue(shows(listening, certificate));
    }
  }

  @Test
  void aCertificateThatCannotBeReloadedLeavesTheOldOneAtWork() throws Exception {
    Certificate certificate = Certificate.make(folder, "first");
    try (var process = startWith(certificate)) {
      URI listening = process.listening();
      Files.writeString(certificate.key(), "nothing");
      Files.writeString(certificate.chain(), "nothing");
      process.signal("HUP");
      assertTrue(process.nextErrorLine().contains("chain.pem"));
      assertTrue(shows(listening, certificate));
    }
  }

  @Test
  void hangupWithoutTlsIsHarmless() throws Exception {
    try (var process = Pugnetwork.start("--port", "0")) {
      Relay relay = Relay.at(process.listening());
      process.signal("HUP");
      assertEquals("ok", RawHttp.get(relay, "/healthz").expect(200).body().strip());
      assertEquals(0, process.stop().status());
    }
  }

  private static Pugnetwork startWith(Certificate certificate) throws IOException {
    ProcessBuilder command = Pugnetwork.command("--port=0");
    command.environment().put("TLS_CERT", certificate.chain().toString());
    command.environment().put("TLS_KEY", certificate.key().toString());
    return Pugnetwork.start(command);
  }

  /** Whether a relay shows this certificate rather than another. */
  private static boolean shows(URI listening, Certificate certificate) throws IOException {
    try {
      RawHttp.get(Relay.at(listening, certificate), "/healthz").expect(200);
      return true;
    } catch (SSLHandshakeException e) {
      return false;
    }
  }
}
