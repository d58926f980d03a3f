package network.pug.e2e.load;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import network.pug.e2e.cli.Pugnetwork;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Vitals;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Members go on talking while thousands of sockets do harm; {@link Siege} sends more of them. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UnderAttackTest {
  private static final int SOCKETS = 2000;
  private static final int TURNS = 100;
  private static final int MAX_LOOKS = 10_000;

  /** A socket that has sent half a head costs the relay some 14 KB; twice that, for all of them. */
  private static final long MAX_GROWTH = SOCKETS * 28L * 1024;

  private static Pugnetwork process;
  private static Relay relay;

  @BeforeAll
  static void start() throws IOException {
    process = Pugnetwork.start("--port=0", "--pow-difficulty=0", "--message-rate=0");
    relay = Relay.at(process.listening());
  }

  @AfterAll
  static void stop() {
    process.close();
  }

  @ParameterizedTest
  @EnumSource
  void everyMessageArrivesInTimeAndTheRelayStaysWithinItsBounds(Harm harm) throws IOException {
    Vitals vitals = new Vitals(process.pid());
    RawHttp.get(relay, "/healthz").expect(200);
    int files = vitals.openFiles();
    vitals.forgetPeak();
    long before = vitals.residentBytes();

    try (Conversation talk = new Conversation(relay);
        Crowd crowd = new Crowd(harm, SOCKETS, relay.port())) {
      while (talk.turns() < TURNS || !crowd.hasDoneItsWorst()) {
        talk.turn();
      }
      talk.expectPrompt();
    }
    long growth = vitals.peakResidentBytes() - before;
    assertTrue(growth < MAX_GROWTH, () -> "grew by " + growth + " bytes");
    for (int i = 0; i < MAX_LOOKS && vitals.openFiles() > files; i++) {
      RawHttp.get(relay, "/healthz").expect(200); // which takes the relay a turn
    }
    assertTrue(vitals.openFiles() <= files, "file descriptors are left");
  }
}
