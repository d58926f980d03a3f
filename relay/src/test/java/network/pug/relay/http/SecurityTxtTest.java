package network.pug.relay.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import network.pug.relay.room.ManualClock;
import org.junit.jupiter.api.Test;

class SecurityTxtTest {
  private final ManualClock clock = new ManualClock();
  private final SecurityTxt file = new SecurityTxt(List.of("tel:+1"), null, "/", clock);

  @Test
  void itDoesNotGetStaleOnARelayThatRunsForLong() {
    clock.setWallClock(1_700_000_000_000L); // 2023-11-14T22:13:20Z
    assertTrue(text().contains("Expires: 2024-05-12T00:00:00Z\n"), text());
    clock.advance(Duration.ofDays(400));
    assertTrue(text().contains("Expires: 2025-06-16T00:00:00Z\n"), text());
  }

  private String text() {
    return file.reply().body().toString(UTF_8);
  }
}
