package network.pug.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import network.pug.bench.load.Faults.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Relays that answer each connection with the same bytes, and pass nothing on. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WrongRelayTest {
  private static final String SWITCHING = "HTTP/1.1 101 Switching Protocols\r\n\r\n";
  private static final String FULL =
      "HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n";
  private static final int MEMBERS = 3;
  private static final Duration SHORT = Duration.ofMillis(20);

  /** Of connections, by the generator. */
  private final CountDownLatch ended = new CountDownLatch(MEMBERS);

  private final Generator generator = new Generator(SHORT);
  private final ServerSocket listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());

  WrongRelayTest() throws IOException {}

  @AfterEach
  void end() throws IOException {
    generator.close();
    listener.close();
  }

  /**
   * Answers each connection's first request, and reads on until the other side ends.
   *
   * @param thenEnds whether it says with the answer that no more will come
   */
  private Target relay(Dialect dialect, String answer, boolean thenEnds) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                while (true) {
                  Socket socket = listener.accept();
                  Thread.ofVirtual().start(() -> serve(socket, answer, thenEnds));
                }
              } catch (SocketException e) {
                // The test is over.
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    return new Target(
        dialect, (InetSocketAddress) listener.getLocalSocketAddress(), null, Meter.ofThis());
  }

  private void serve(Socket socket, String answer, boolean thenEnds) {
    try (socket) {
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {}
      socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
      if (thenEnds) {
        socket.shutdownOutput();
      }
      while (in.read() >= 0) {}
    } catch (IOException e) {
      // The generator has gone.
    } finally {
      ended.countDown();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', the connection broke off",
    "'\u0081\u0002hi', unexpected: hi",
    "'\u0088\u0002\u0003\u00f3', closed with 1011",
    "'\u00c2\u0000', a frame that begins with 0xc2",
  })
  void aFrameThatIsNotDueAndAnEndAreToldAsBrokenConnections(String behind, String what)
      throws Exception {
    Target relay = relay(Dialect.raw(), SWITCHING + behind, true);
    Faults faults = generator.join(relay, 1, MEMBERS, ended::await).faults();
    assertEquals(MEMBERS, faults.count(Kind.DISCONNECT), faults.toString());
    assertTrue(faults.toString().contains(what), faults.toString());
  }

  @Test
  void whatDoesNotComeIsLost() throws Exception {
    Target relay = relay(Dialect.raw(), SWITCHING, false);
    Faults faults = generator.talk(relay, Load.saturated(1, 2, 64, 1), SHORT, SHORT).faults();
    assertEquals("LOST 2; the first: LOST: 2 deliveries are missing at the end", faults.toString());
  }

  @Test
  void aHandshakeThatIsRefusedEndsTheRun() {
    Target relay = relay(Dialect.raw(), FULL, true);
    var end =
        assertThrows(IllegalStateException.class, () -> generator.join(relay, 1, 2, () -> {}));
    String what = "the handshake was answered HTTP/1.1 503 Service Unavailable";
    assertTrue(end.toString().contains(what), end.toString());
  }

  @Test
  void aRoomThatIsNotMadeEndsTheRun() {
    Target relay = relay(Dialect.pug(), FULL, true);
    var end = assertThrows(IllegalStateException.class, () -> generator.create(relay, 1));
    assertTrue(end.toString().contains("503"), end.toString());
  }
}
