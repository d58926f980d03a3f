package network.pug.e2e.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ClassBoundaryTest {

  private static final List<Dependency> PROTOCOL = Dependency.ofModule("protocol");
  private static final List<Dependency> RELAY = Dependency.ofModule("relay");
  private static final List<Dependency> CLIENT = Dependency.ofModule("client");

  @Test
  void protocolNeedsNothingButJavaBase() {
    assertOnly(PROTOCOL, use -> use.isTo("network.pug.protocol") || use.home().equals("java.base"));
  }

  @Test
  void roomNeedsNothingButProtocolAndJavaBase() {
    assertOnly(
        from(RELAY, "network.pug.relay.room"),
        use ->
            use.isTo("network.pug.relay.room")
                || use.isTo("network.pug.protocol")
                || use.home().equals("java.base"));
  }

  @Test
  void roomKnowsNoSocketAndNoFile() {
    assertOnly(
        from(RELAY, "network.pug.relay.room"),
        use ->
            !use.isTo("java.net")
                && !use.isTo("java.io")
                && !use.isTo("java.nio.channels")
                && !use.isTo("java.nio.file"));
  }

  @Test
  void gatewayNeverNeedsHttp() {
    assertOnly(
        from(RELAY, "network.pug.relay.gateway"), use -> !use.isTo("network.pug.relay.http"));
  }

  @Test
  void httpNeverNeedsGateway() {
    assertOnly(
        from(RELAY, "network.pug.relay.http"), use -> !use.isTo("network.pug.relay.gateway"));
  }

  @Test
  void whatBothLayersUseKnowsNeitherNorRooms() {
    for (String shared : List.of("json", "socket")) {
      assertOnly(
          from(RELAY, "network.pug.relay." + shared),
          use ->
              !use.isTo("network.pug.relay.gateway")
                  && !use.isTo("network.pug.relay.http")
                  && !use.isTo("network.pug.relay.room"));
    }
  }

  @Test
  void whatAnOperatorSeesKnowsNeitherLayerNorIsKnownToOne() {
    assertOnly(
        from(RELAY, "network.pug.relay.admin"),
        use ->
            !use.isTo("network.pug.relay.gateway")
                && !use.isTo("network.pug.relay.http")
                && !use.isTo("network.pug.relay.json"));
    for (String layer : List.of("gateway", "http", "json", "socket", "room")) {
      assertOnly(
          from(RELAY, "network.pug.relay." + layer), use -> !use.isTo("network.pug.relay.admin"));
    }
  }

  @Test
  void relayCannotDecrypt() {
    assertOnly(RELAY, use -> !use.isTo("javax.crypto"));
  }

  @Test
  void protocolCannotDecrypt() {
    assertOnly(PROTOCOL, use -> !use.isTo("javax.crypto"));
  }

  @Test
  void relayNeverNeedsClient() {
    assertOnly(RELAY, use -> !use.isTo("network.pug.client"));
  }

  @Test
  void clientNeverNeedsRelay() {
    assertOnly(CLIENT, use -> !use.isTo("network.pug.relay"));
  }

  @Test
  void clientKeepsItsCipherInOnePackage() {
    List<Dependency> cipher = CLIENT.stream().filter(use -> use.isTo("javax.crypto")).toList();
    assertOnly(cipher, use -> use.isFrom("network.pug.client.crypto"));
  }

  private static List<Dependency> from(List<Dependency> uses, String packageName) {
    return uses.stream().filter(use -> use.isFrom(packageName)).toList();
  }

  /** Fails where a dependency is not allowed, and where there is none that could be judged. */
  private static void assertOnly(List<Dependency> uses, Predicate<Dependency> allowed) {
    assertTrue(uses.size() > 1, "nothing to judge");
    assertEquals(List.of(), uses.stream().filter(allowed.negate()).toList());
  }
}
