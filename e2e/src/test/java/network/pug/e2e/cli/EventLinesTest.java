package network.pug.e2e.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import network.pug.e2e.support.Certificate;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a relay says on stderr as it starts, runs and ends. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EventLinesTest {
  @TempDir private Path folder;

  @Test
  void asTextEachIsASentenceBehindTheProgramsName() throws Exception {
    try (var process = Pugnetwork.start("--port", "0", "--pow-difficulty", "0", "--max-rooms=1")) {
      reachLimitOfRooms(Relay.at(process.listening()));
      assertEquals("pugnetwork: limit reached: --max-rooms (times: 1)", process.nextErrorLine());
      List<String> lines = process.stop().err().lines().toList();
      assertEquals(3, lines.size());
      assertTrue(lines.getFirst().startsWith("pugnetwork: started: version "), lines.getFirst());
      assertEquals("pugnetwork: stopping", lines.getLast());
    }
  }

  @Test
  void asJsonEachIsAnObjectWithTimeLevelEventMessageAndNumbers() throws Exception {
    Certificate certificate = Certificate.make(folder, "relay");
    try (var process =
        Pugnetwork.start(
            "--log-format=json",
            "--port=0",
            "--pow-difficulty=0",
            "--max-rooms=1",
            "--tls-cert=" + certificate.chain(),
            "--tls-key=" + certificate.key())) {
      Relay relay = Relay.at(process.listening(), certificate);
      JsonObject start = event("start", "info", process);
      assertTrue(start.get("connections").getAsInt() > 0);
      assertTrue(start.get("version").getAsString().matches("\\d+\\.\\d+\\.\\d+"));
      process.signal("HUP");
      event("certificate-reloaded", "info", process);
      reachLimitOfRooms(relay);
      JsonObject reached = event("limit-reached", "warning", process);
      assertEquals("max-rooms", reached.get("limit").getAsString());
      assertEquals(1, reached.get("times").getAsInt());
      process.signal("TERM");
      event("stop", "info", process);
      assertEquals(4, process.end().err().lines().count());
    }
  }

  @Test
  void aLimitThatIsReachedOftenIsSaidOnce() throws Exception {
    try (var process = Pugnetwork.start("--port", "0", "--pow-difficulty", "0", "--max-rooms=1")) {
      Relay relay = Relay.at(process.listening());
      reachLimitOfRooms(relay);
      process.nextErrorLine();
      String session = Room.session(relay);
      for (int i = 0; i < 100; i++) {
        Room.request(relay, "", session).expect(503);
      }
      assertEquals(3, process.stop().err().lines().count());
    }
  }

  @Test
  void whatIsWrongAtTheStartIsInTheFormatThatWasAskedFor() throws Exception {
    try (var process = Pugnetwork.start("--log-format", "json", "--port", "\"\u00e9\\")) {
      JsonObject wrong = event("bad-usage", "error", process);
      assertTrue(wrong.get("message").getAsString().endsWith("not '\"\u00e9\\'"), wrong::toString);
      assertEquals(2, process.end().status());
    }
  }

  private static void reachLimitOfRooms(Relay relay) throws Exception {
    Room.create(relay);
    Room.request(relay, "", Room.session(relay)).expect(503);
  }

  private static JsonObject event(String name, String level, Pugnetwork process)
      throws InterruptedException {
    JsonObject event = JsonParser.parseString(process.nextErrorLine()).getAsJsonObject();
    assertEquals(name, event.get("event").getAsString(), event::toString);
    assertEquals(level, event.get("level").getAsString());
    assertTrue(event.get("message").getAsString().length() > 3);
    Duration age = Duration.between(Instant.parse(event.get("time").getAsString()), Instant.now());
    assertTrue(age.toMinutes() == 0 && !age.isNegative(), event::toString);
    return event;
  }
}
