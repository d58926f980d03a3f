package network.pug.e2e.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import network.pug.e2e.support.Certificate;
import network.pug.e2e.support.ClientHello;
import network.pug.e2e.support.Member;
import network.pug.e2e.support.Patience;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same over TLS. */
class TlsTest {
  @TempDir private static Path folder;
  private static Certificate certificate;
  private static Relay relay;

  @BeforeAll
  static void start() throws Exception {
    certificate = Certificate.make(folder, "relay");
    relay = Relay.startTls(certificate);
  }

  @AfterAll
  static void stop() {
    relay.close();
  }

  @Test
  void membersTalk() throws IOException {
    Room room = Room.create(relay);
    try (Member ann = Member.join(relay, room);
        Member bob = Member.join(relay, room)) {
      assertEquals(bob.id(), ann.newcomer());
      bob.socket().sendBinary(new byte[65536]);
      assertEquals(65536, ann.chat().payload().remaining());
      bob.socket().sendClose(1000);
      assertEquals(bob.id(), ann.leaver());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/r/x", "/docs/", "/api/limits", "/nothing", "/ws"})
  void everyAnswerAsksForTransportSecurity(String path) throws IOException {
    String header = RawHttp.get(relay, path).header("strict-transport-security");
    assertTrue(header.matches("max-age=\\d{8,}.*"), header);
  }

  @Test
  void theRelaysOwnOriginPasses() throws IOException {
    String origin = "Origin: https://" + relay.authority();
    RawHttp.get(relay, "/ws", RawWebSocket.upgrade(origin)).expect(101);
  }

  @Test
  void anErrorArrivesWhole() throws IOException {
    RawHttp.get(relay, "/" + "x".repeat(5000)).expectProblem(414);
  }

  /** Where the client has sent more than was read, a plain end would be a reset. */
  @Test
  void whoSendsTooMuchGetsTheAnswerAllTheSame() throws IOException {
    try (RawHttp http = new RawHttp(relay)) {
      String huge = "Content-Length: 1000000000";
      http.send(
          http.head("POST", "/api/pow-redeem", "", RawHttp.JSON, huge) + "x".repeat(1_000_000));
      http.read().expectProblem(413);
      assertTrue(http.isEnded());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void currentVersionsAreSpoken(String version) throws IOException {
    try (SSLSocket socket = (SSLSocket) relay.open()) {
      socket.setEnabledProtocols(new String[] {version});
      socket.startHandshake();
      assertEquals(version, socket.getSession().getProtocol());
    }
  }

  /** A session that is kept to be resumed is kept with the keys of what was recorded. */
  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void noConnectionIsResumed(String version) throws IOException {
    assertNotEquals(sessionBehindAnAnswer(version), sessionBehindAnAnswer(version));
  }

  private static String sessionBehindAnAnswer(String version) throws IOException {
    try (SSLSocket socket = (SSLSocket) relay.open()) {
      socket.setEnabledProtocols(new String[] {version});
      socket
          .getOutputStream()
          .write("GET /healthz HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertTrue(socket.getInputStream().readAllBytes().length > 0);
      SSLSession session = socket.getSession();
      return session.getCreationTime() + " " + HexFormat.of().formatHex(session.getId());
    }
  }

  @Test
  void httpIsAgreedOn() throws IOException {
    assertEquals("http/1.1", agreedOn("h2", "http/1.1"));
    assertEquals("", agreedOn());
  }

  private static String agreedOn(String... offered) throws IOException {
    try (SSLSocket socket = (SSLSocket) relay.open()) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(offered);
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return socket.getApplicationProtocol();
    }
  }

  @Test
  void nothingIsNegotiatedAnew() throws IOException {
    try (SSLSocket socket = (SSLSocket) relay.open()) {
      socket.setEnabledProtocols(new String[] {"TLSv1.2"});
      socket.startHandshake();
      socket.startHandshake(); // asks for another
      assertThrows(IOException.class, () -> socket.getInputStream().read());
    }
  }

  /** In one piece, or bit by bit, or not at all. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 40})
  void aHandshakeThatNeverEndsEndsTheConnection(int bytes) throws IOException {
    Map<Patience, Duration> soon = Map.of(Patience.HEADER, Duration.ofMillis(300));
    try (Relay impatient = Relay.startTls(certificate, soon);
        Socket socket = impatient.openPlain()) {
      socket.setSoTimeout(10_000);
      byte[] hello = new ClientHello(0x0304, new int[] {0x1301}, new int[] {0x001d}).bytes();
      socket.getOutputStream().write(hello, 0, bytes);
      assertEquals(0, socket.getInputStream().readAllBytes().length);
    }
  }

  @Test
  void plainHttpIsTurnedAway() throws IOException {
    try (Socket socket = relay.openPlain()) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readAllBytes();
      assertTrue(answer.length < 100, "an answer in plain text came");
    } catch (SocketException e) {
      // A reset is as good an end.
    }
  }
}
