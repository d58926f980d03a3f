package network.pug.e2e.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
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

  @Test
  void aNamedHostIsShownAsTheAddressItStandsFor() throws Exception {
    try (var relay = Pugnetwork.start("--port", "0", "--host", "localhost")) {
      assertEquals("127.0.0.1", relay.listening().getHost());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void aSignalClosesEveryConnectionAndEndsInFiveSeconds(String signal) throws Exception {
    try (var relay = Pugnetwork.start("--port", "0", "--pow-difficulty", "0");
        var api = new Api(relay.listening());
        var silent = api.handshake()) {
      assertEquals(101, silent.status());
      Member member = api.join();
      long start = System.nanoTime();
      relay.signal(signal);
      assertEquals(1001, member.closeCode());
      Pugnetwork.Ended ended = relay.end();
      assertTrue(System.nanoTime() - start < Duration.ofSeconds(5).toNanos());
      assertEquals(new Pugnetwork.Ended(0, "", ""), ended);
    }
  }

  @Test
  void hangupReloadsTheCertificate() throws Exception {
    Path certificate = folder.resolve("c.pem");
    Path key = folder.resolve("k.pem");
    Certificate.make(folder, "first").write(certificate, key);
    try (var relay = startWith(certificate, key)) {
      URI listening = relay.listening();
      assertEquals("https", listening.getScheme());
      assertEquals("CN=first", subject(listening));
      Certificate.make(folder, "second").write(certificate, key);
      assertEquals("CN=first", subject(listening));
      relay.signal("HUP");
      // Every look is a whole handshake; the timeout of the class ends a look in vain.
      while (!subject(listening).equals("CN=second")) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void aCertificateThatCannotBeReloadedLeavesTheOldOneAtWork() throws Exception {
    Path certificate = folder.resolve("c.pem");
    Path key = folder.resolve("k.pem");
    Certificate.make(folder, "first").write(certificate, key);
    try (var relay = startWith(certificate, key)) {
      URI listening = relay.listening();
      new Certificate("nothing", "nothing").write(certificate, key);
      relay.signal("HUP");
      assertTrue(relay.nextErrorLine().contains("c.pem"));
      assertEquals("CN=first", subject(listening));
    }
  }

  @Test
  void hangupWithoutTlsIsHarmless() throws Exception {
    try (var relay = Pugnetwork.start("--port", "0");
        var api = new Api(relay.listening())) {
      relay.signal("HUP");
      assertEquals("ok", api.get("/healthz").strip());
      assertEquals(0, relay.stop().status());
    }
  }

  private static Pugnetwork startWith(Path certificate, Path key) throws IOException {
    ProcessBuilder command = Pugnetwork.command("--port=0");
    command.environment().put("TLS_CERT", certificate.toString());
    command.environment().put("TLS_KEY", key.toString());
    return Pugnetwork.start(command);
  }

  private static String subject(URI listening) throws IOException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Trusting()}, new SecureRandom());
    try (var socket =
        (SSLSocket)
            context.getSocketFactory().createSocket(listening.getHost(), listening.getPort())) {
      socket.startHandshake();
      var shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      return shown.getSubjectX500Principal().getName();
    }
  }

  /** Takes any certificate: the test looks at it itself. */
  private static final class Trusting implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
