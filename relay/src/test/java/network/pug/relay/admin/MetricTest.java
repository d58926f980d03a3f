package network.pug.relay.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricTest {
  @Test
  void theTextIsThatOfPrometheus() {
    assertEquals(
        """
        # HELP pug_rooms Rooms.
        # TYPE pug_rooms gauge
        pug_rooms 3
        # HELP pug_info Always 1.
        # TYPE pug_info gauge
        pug_info{version="0.1.0"} 1
        # HELP pug_refusals_total Refused.
        # TYPE pug_refusals_total counter
        pug_refusals_total{code="503"} 7
        pug_refusals_total{code="room-full"} 9007199254740993
        # HELP pug_none_total None yet.
        # TYPE pug_none_total counter
        """,
        Metric.text(
            List.of(
                Metric.gauge("pug_rooms", "Rooms.", 3),
                Metric.info("pug_info", "Always 1.", "version", "0.1.0"),
                Metric.counter(
                    "pug_refusals_total",
                    "Refused.",
                    "code",
                    Map.of("room-full", 9007199254740993L, "503", 7L)),
                Metric.counter("pug_none_total", "None yet.", "code", Map.of()))));
  }
}
