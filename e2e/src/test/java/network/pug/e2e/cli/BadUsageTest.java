package network.pug.e2e.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import network.pug.e2e.support.Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot work is told in one line on stderr, with exit status 2. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BadUsageTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"--nonsense", "--admin=1", "--log=json"})
  void anUnknownFlagIsNamed(String flag) throws Exception {
    assertRefused(flag.split("=", -1)[0], flag);
  }

  @Test
  void aStrayWordIsNamed() throws Exception {
    assertRefused("stray", "stray");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--host", "--port", "--tls-cert", "--max-rooms", "--trusted-proxy"})
  void aMissingValueIsNamed(String flag) throws Exception {
    assertRefused(flag, flag);
  }

  @ParameterizedTest
  @CsvSource({
    "--port, ''",
    "--port, http",
    "--port, 30.5",
    "--port, -1",
    "--port, 65536",
    "--port, 99999999999999999999",
    "--pow-difficulty, -1",
    "--pow-difficulty, 33",
    "--min-ttl, 0",
    "--max-ttl, soon",
    "--default-ttl, -5",
    "--max-capacity, 1",
    "--default-capacity, 1",
    "--max-message-bytes, 0",
    "--message-rate, -1",
    "--max-rooms, 0",
    "--max-handshakes, 0",
    "--max-tokens, many",
    "--max-queue-bytes, 1",
    "--max-backlog-bytes, 999999999",
    "--admin-port, -1",
    "--admin-port, off",
    "--log-format, xml",
    "--trusted-proxy, 10.0.0.0/08",
    "--base-path, /healthz",
    "--max-connections, 0",
    "--max-connections-per-ip, -1",
    "--trusted-proxy, somewhere",
    "--trusted-proxy, 127.0.0.1/33",
    "--allowed-origin, chat.example.org",
    "--security-contact, ''",
    "--security-contact, nobody",
    "--security-contact, http://chat.example/report",
    "--security-contact, https:///report",
    "--security-contact, mailto:",
    "--security-contact, mailto:security",
    "--security-contact, tel:0201555",
    "--security-contact, 'mailto:a@chat.example,'",
    "--security-contact, mailto:a b@chat.example",
    "--security-contact, mailto:ä@chat.example",
    "--base-path, ''",
    "--base-path, chat",
    "--base-path, //",
    "--base-path, /chat//room",
    "--base-path, /../chat",
    "--base-path, /chat/..",
    "--base-path, /chat?x",
    "--base-path, /chat#x",
    "--base-path, /ch%61t",
    "--base-path, /my chat",
    "--base-path, /chät",
    "--base-path, 'https://chat.example/chat'",
  })
  void aBadValueIsNamedWithItsFlag(String flag, String value) throws Exception {
    assertRefused(flag, flag, value);
  }

  @Test
  void aContactThatIsABareMailAddressIsToldOfMailto() throws Exception {
    assertRefused("mailto:", "--security-contact", "security@chat.example");
  }

  @Test
  void aBadValueFromTheEnvironmentIsNamedWithItsVariable() throws Exception {
    ProcessBuilder command = Pugnetwork.command();
    command.environment().put("MAX_ROOMS", "many");
    assertRefused("MAX_ROOMS", command);
  }

  @Test
  void aMinimumAboveItsMaximumIsRefused() throws Exception {
    assertRefused("--min-ttl", "--min-ttl", "100", "--max-ttl", "99");
  }

  @Test
  void aBoundForAllBelowThatForOneIsRefused() throws Exception {
    assertRefused(
        "--max-backlog-bytes", "--max-queue-bytes", "2097152", "--max-backlog-bytes", "1048576");
  }

  @Test
  void aCertificateWithoutItsKeyIsRefused() throws Exception {
    assertRefused("--tls-key", "--tls-cert", write("c.pem", "").toString());
  }

  @Test
  void aKeyWithoutItsCertificateIsRefused() throws Exception {
    assertRefused("--tls-cert", "--tls-key", write("k.pem", "").toString());
  }

  @Test
  void aMissingCertificateFileIsNamed() throws Exception {
    Path missing = folder.resolve("missing.pem");
    assertRefused("missing.pem", tls(missing, missing));
  }

  @Test
  void aFileThatHoldsNoCertificateIsNamed() throws Exception {
    assertRefused("c.pem", tls(write("c.pem", "nothing"), write("k.pem", "nothing")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--tls-cert", "--tls-key"})
  void aPathThatTheLocaleCannotWriteIsNamedWithItsFlag(String flag) throws Exception {
    // The shell makes the bytes, for a Java that runs in such a locale itself could not.
    String umlaut = "path=$(printf '/\\303\\274.pem') && exec \"$0\" \"$@\" \"$path\"";
    String other = flag.equals("--tls-cert") ? "--tls-key" : "--tls-cert";
    ProcessBuilder command = Pugnetwork.command("--port", "0", other, "/x.pem", flag);
    command.command().addAll(0, List.of("sh", "-c", umlaut));
    command.environment().put("LC_ALL", "C");
    assertRefused(flag + " must be", command);
  }

  @Test
  void aLineBreakInAValueIsNoneInTheLine() throws Exception {
    assertRefused("'a?pugnetwork: stopping'", "--port", "a\npugnetwork: stopping");
    assertRefused("a?pugnetwork: stopping", "--port", "0", "--host", "a\npugnetwork: stopping");
  }

  @Test
  void aCertificateThatHasExpiredIsToldWithItsDate() throws Exception {
    Certificate expired =
        Certificate.make(folder, "old", "-keyalg", "EC", "-startdate", "-3d", "-validity", "2");
    assertRefused("has expired: it was valid until 20", tls(expired.chain(), expired.key()));
  }

  @Test
  void aKeyOfAnotherCertificateIsRefused() throws Exception {
    Certificate one = Certificate.make(Files.createDirectory(folder.resolve("one")), "one");
    Certificate two = Certificate.make(Files.createDirectory(folder.resolve("two")), "two");
    assertRefused("key.pem", tls(one.chain(), two.key()));
  }

  @Test
  void aPortInUseIsNamed() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertRefused(port, "--port", port);
    }
  }

  @Test
  void anAdminPortInUseIsNamed() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertRefused("--admin-port", "--port", "0", "--admin-port", port);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"no.such.host.invalid", "192.0.2.1"})
  void aHostThatCannotBeBoundIsNamed(String host) throws Exception {
    assertRefused(host, "--port", "0", "--host", host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "test --port",
        "residue all",
        "timing 5",
        "bench nonsense",
        "bench ",
        "bench growth 5",
        "siege 5",
        "soak ",
        "soak 0",
        "soak -1",
        "soak 05",
        "soak half",
        "soak 1.5",
        "soak 5 5",
        "fuzz ",
        "fuzz 0",
        "fuzz 05",
        "fuzz -1",
        "fuzz all",
        "fuzz 5 5",
      })
  void whatACommandDoesNotTakeIsRefusedBeforeItBegins(String line) throws Exception {
    String[] words = line.split(" ", -1);
    assertRefused(words[0] + " takes", words);
  }

  private static String[] tls(Path certificate, Path key) {
    return new String[] {
      "--port", "0", "--tls-cert", certificate.toString(), "--tls-key", key.toString()
    };
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static void assertRefused(String named, String... arguments) throws Exception {
    assertRefused(named, Pugnetwork.command(arguments));
  }

  private static void assertRefused(String named, ProcessBuilder command) throws Exception {
    try (var refused = Pugnetwork.start(command)) {
      Pugnetwork.Ended ended = refused.end();
      assertEquals("", ended.out());
      assertEquals(1, ended.err().lines().count(), ended.err());
      assertTrue(ended.err().contains(named), ended.err());
      assertFalse(ended.err().contains("Exception"), ended.err());
      assertEquals(2, ended.status());
    }
  }
}
