package network.pug.e2e.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import network.pug.e2e.support.Certificate;
import network.pug.e2e.support.ClientHello;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.ServerChoice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which versions, suites and groups of TLS the relay takes: these and no others. */
class TlsOfferTest {
  private static final int TLS_1_2 = 0x0303;
  private static final int TLS_1_3 = 0x0304;

  private static final int HANDSHAKE_FAILURE = 40;
  private static final int PROTOCOL_VERSION = 70;

  /** ECDHE, with ECDSA or RSA, and AES-128-GCM, AES-256-GCM or ChaCha20-Poly1305. */
  private static final int[] SUITES_OF_1_2 = {0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8};

  private static final int[] SUITES_OF_1_3 = {0x1301, 0x1302, 0x1303};

  private static final int X25519_MLKEM768 = 0x11ec;
  private static final int X25519 = 0x001d;
  private static final int[] GROUPS = {X25519_MLKEM768, X25519, 0x0017, 0x0018};

  @TempDir private static Path folder;
  private static Relay ecdsa;
  private static Relay rsa;

  @BeforeAll
  static void start() throws Exception {
    ecdsa = Relay.startTls(Certificate.make(folder, "ecdsa"));
    rsa = Relay.startTls(Certificate.make(folder, "rsa", "-keyalg", "RSA", "-keysize", "2048"));
  }

  @AfterAll
  static void stop() {
    ecdsa.close();
    rsa.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0300, 0x0301, 0x0302})
  void oldVersionsAreRefused(int version) throws IOException {
    assertEquals(PROTOCOL_VERSION, choice(new ClientHello(version, all(), GROUPS)).alert());
  }

  @Test
  void ofVersion12TheSuitesWithForwardSecrecyAndAuthenticatedEncryptionAreTaken()
      throws IOException {
    assertEquals(Set.of(0xc02b, 0xc02c, 0xcca9), taken(ecdsa, TLS_1_2, SUITES_OF_1_2));
    assertEquals(Set.of(0xc02f, 0xc030, 0xcca8), taken(rsa, TLS_1_2, SUITES_OF_1_2));
  }

  @Test
  void ofVersion13AllThreeSuitesAreTaken() throws IOException {
    assertEquals(Set.of(0x1301, 0x1302, 0x1303), taken(ecdsa, TLS_1_3, SUITES_OF_1_3));
  }

  @Test
  void noOtherSuiteIsTaken() throws IOException {
    for (Relay relay : new Relay[] {ecdsa, rsa}) {
      for (int version : new int[] {TLS_1_2, TLS_1_3}) {
        int[] others = except(all(), version == TLS_1_2 ? SUITES_OF_1_2 : SUITES_OF_1_3);
        ServerChoice choice = ServerChoice.of(relay, new ClientHello(version, others, GROUPS));
        assertEquals(HANDSHAKE_FAILURE, choice.alert(), choice::toString);
      }
    }
  }

  @Test
  void fourGroupsAreTaken() throws IOException {
    for (int group : GROUPS) {
      assertEquals(
          group, choice(new ClientHello(TLS_1_3, SUITES_OF_1_3, new int[] {group})).group());
    }
  }

  @Test
  void noOtherGroupIsTaken() throws IOException {
    int[] others = except(IntStream.range(1, 0x400).toArray(), GROUPS);
    for (int version : new int[] {TLS_1_2, TLS_1_3}) {
      ServerChoice choice = choice(new ClientHello(version, all(), others));
      assertEquals(HANDSHAKE_FAILURE, choice.alert(), choice::toString);
    }
  }

  @Test
  void theRelaysPreferenceCounts() throws IOException {
    int[] backwards = {0x0018, 0x0017, X25519, X25519_MLKEM768};
    assertEquals(
        X25519_MLKEM768, choice(new ClientHello(TLS_1_3, SUITES_OF_1_3, backwards)).group());
    int[] suites = {0xcca9, 0xc02c, 0xc02b};
    ServerChoice old = choice(new ClientHello(TLS_1_2, suites, new int[] {0x0018, 0x0017, X25519}));
    assertEquals(0xc02b, old.suite());
    assertEquals(X25519, old.group());
  }

  @Test
  void nothingIsCompressed() throws IOException {
    ClientHello hello = new ClientHello(TLS_1_2, all(), GROUPS).compressing(1, 0);
    assertEquals(0, choice(hello).compression());
  }

  @Test
  void noTicketIsPromised() throws IOException {
    ServerChoice choice = choice(new ClientHello(TLS_1_2, all(), GROUPS));
    assertEquals(TLS_1_2, choice.version());
    assertFalse(choice.extensions().contains(35), choice::toString);
  }

  private static ServerChoice choice(ClientHello hello) throws IOException {
    return ServerChoice.of(ecdsa, hello);
  }

  /** Those that are taken when each is offered alone. */
  private static Set<Integer> taken(Relay relay, int version, int... suites) throws IOException {
    Set<Integer> taken = new HashSet<>();
    for (int suite : suites) {
      ServerChoice choice =
          ServerChoice.of(relay, new ClientHello(version, new int[] {suite}, GROUPS));
      if (choice.alert() < 0) {
        assertEquals(version, choice.version());
        taken.add(choice.suite());
      }
    }
    return taken;
  }

  /** Every suite that IANA has a number for, but for signals that are none. */
  private static int[] all() {
    return IntStream.of(0x0000, 0x1300, 0xc000, 0xcc00, 0xd000)
        .flatMap(block -> IntStream.range(block, block + 0x100))
        .filter(suite -> suite != 0x00ff)
        .toArray();
  }

  private static int[] except(int[] all, int[] some) {
    Set<Integer> left = IntStream.of(some).boxed().collect(Collectors.toSet());
    return IntStream.of(all).filter(one -> !left.contains(one)).toArray();
  }
}
