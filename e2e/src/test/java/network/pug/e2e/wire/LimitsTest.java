package network.pug.e2e.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.Relay;
import org.junit.jupiter.api.Test;

/** {@code GET /api/limits} and {@code /healthz}. */
class LimitsTest {
  @Test
  void limitsAreThoseOfTheSpecificationUnlessToldOtherwise() throws IOException {
    try (Relay relay = Relay.start()) {
      assertLimits(
          """
          {"ttl":{"min":60,"max":86400,"default":3600},
           "capacity":{"min":2,"max":6,"default":2},"maxMessageBytes":65536}\
          """,
          relay);
    }
  }

  @Test
  void limitsAreThoseOfTheDeployment() throws IOException {
    try (Relay relay =
        Relay.start(
            "--min-ttl",
            "5",
            "--max-ttl",
            "50",
            "--default-ttl",
            "20",
            "--max-capacity",
            "9",
            "--default-capacity",
            "4",
            "--max-message-bytes",
            "1000")) {
      assertLimits(
          """
          {"ttl":{"min":5,"max":50,"default":20},
           "capacity":{"min":2,"max":9,"default":4},"maxMessageBytes":1000}\
          """,
          relay);
    }
  }

  @Test
  void healthIsOk() throws IOException {
    try (Relay relay = Relay.start()) {
      assertEquals("ok", RawHttp.get(relay, "/healthz").expect(200).body());
    }
  }

  private static void assertLimits(String expected, Relay relay) throws IOException {
    JsonObject limits = RawHttp.get(relay, "/api/limits").expect(200).json();
    assertFalse(limits.remove("version").getAsString().isBlank());
    assertEquals(JsonParser.parseString(expected), limits);
  }
}
