package network.pug.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import network.pug.relay.RelayConfig;
import network.pug.relay.RelayServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every kind of load, at a relay in which nothing is wrong. What is sent must all have come before
 * a run ends, else it is lost; how much that is in so short a time is up to the machine.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GeneratorTest {
  private static final Duration LENGTH = Duration.ofMillis(50);
  private static final Generator GENERATOR = new Generator(Duration.ofSeconds(10));
  private static RelayServer relay;
  private static Target target;

  @BeforeAll
  static void start() throws Exception {
    RelayConfig config =
        RelayConfig.parse(List.of("--port=0", "--message-rate=0", "--pow-difficulty=0"), Map.of());
    relay = RelayServer.start(config, () -> {});
    int port = URI.create(relay.url()).getPort();
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    target = new Target(Dialect.pug(), address, null, Meter.ofThis());
  }

  @AfterAll
  static void end() {
    GENERATOR.close();
    relay.close();
  }

  @Test
  void aSaturatedRelayDeliversAllOfIt() throws Exception {
    assertRight(GENERATOR.talk(target, Load.saturated(3, 4, 256, 8), LENGTH, LENGTH));
  }

  @Test
  void longMessagesAreDelivered() throws Exception {
    assertRight(GENERATOR.talk(target, Load.saturated(1, 3, 61440, 1), LENGTH, LENGTH));
  }

  @Test
  void aPacedRelayDeliversAsMuchAsIsSent() throws Exception {
    assertRight(GENERATOR.talk(target, Load.paced(2, 2, 64, 4000), LENGTH, LENGTH));
  }

  @Test
  void everyJoinCounts() throws Exception {
    Figures figures = GENERATOR.join(target, 5, 6, () -> {});
    assertRight(figures);
    assertEquals(30, figures.units());
  }

  @Test
  void membersComeAndGo() throws Exception {
    assertRight(GENERATOR.churn(target, 3, LENGTH, LENGTH));
  }

  @Test
  void roomsAreMade() throws Exception {
    assertEquals(20, GENERATOR.create(target, 20).units());
  }

  private static void assertRight(Figures figures) {
    assertEquals("none", figures.faults().toString());
    assertTrue(figures.units() > 0);
  }
}
