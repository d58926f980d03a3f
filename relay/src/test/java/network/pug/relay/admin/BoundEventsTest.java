package network.pug.relay.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import network.pug.relay.room.Bound;
import network.pug.relay.room.ManualClock;
import org.junit.jupiter.api.Test;

class BoundEventsTest {
  private final ManualClock clock = new ManualClock();
  private final EmbeddedChannel timer = new EmbeddedChannel();
  private final List<String> said = new ArrayList<>();
  private final BoundEvents events =
      new BoundEvents(timer.eventLoop(), clock, event -> said.add(event.message()));

  BoundEventsTest() {
    timer.freezeTime();
  }

  private void reach(Bound bound, int times) {
    for (int i = 0; i < times; i++) {
      events.reached(bound);
    }
    pass(Duration.ZERO);
  }

  private void pass(Duration time) {
    clock.advance(time);
    timer.advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS);
    timer.runScheduledPendingTasks();
  }

  private void expect(String... lines) {
    assertEquals(List.of(lines), said);
    said.clear();
  }

  @Test
  void theFirstTimeIsSaidAtOnce() {
    reach(Bound.ROOMS, 1);
    expect("limit reached: --max-rooms (times: 1)");
  }

  @Test
  void thenOnceAMinuteWithHowOftenItWasSince() {
    reach(Bound.ROOMS, 1);
    said.clear();
    pass(Duration.ofSeconds(1));
    reach(Bound.ROOMS, 1000);
    pass(Duration.ofSeconds(58));
    reach(Bound.ROOMS, 1);
    expect();
    pass(Duration.ofSeconds(1));
    expect("limit reached: --max-rooms (times: 1001)");
    pass(Duration.ofHours(1));
    expect();
  }

  @Test
  void eachKindHasItsOwnMinute() {
    reach(Bound.ROOMS, 1);
    reach(Bound.CONNECTIONS, 1);
    reach(Bound.ROOMS, 1);
    reach(Bound.CONNECTIONS, 1);
    expect("limit reached: --max-rooms (times: 1)", "limit reached: --max-connections (times: 1)");
  }

  @Test
  void afterAQuietMinuteItIsSaidAtOnceAgain() {
    reach(Bound.ROOMS, 1);
    pass(Duration.ofSeconds(60));
    reach(Bound.ROOMS, 1);
    expect("limit reached: --max-rooms (times: 1)", "limit reached: --max-rooms (times: 1)");
  }
}
