package network.pug.relay.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import network.pug.relay.room.ManualClock;
import org.junit.jupiter.api.Test;

class BugEventsTest {
  private final ManualClock clock = new ManualClock();
  private final EmbeddedChannel timer = new EmbeddedChannel();
  private final List<String> said = new ArrayList<>();
  private final BugEvents events =
      new BugEvents(timer.eventLoop(), clock, event -> said.add(event.message()));

  BugEventsTest() {
    timer.freezeTime();
  }

  private void pass(Duration time) {
    clock.advance(time);
    timer.advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS);
    timer.runScheduledPendingTasks();
  }

  private static Throwable bug(Throwable bug, int line) {
    bug.setStackTrace(new StackTraceElement[] {new StackTraceElement("C", "m", "C.java", line)});
    return bug;
  }

  @Test
  void theFirstIsSaidAtOnceWithItsClassAndPlaceAndWithoutItsMessage() {
    events.found(bug(new IllegalStateException("of a client"), 7));
    pass(Duration.ZERO);
    assertEquals(
        List.of(
            "internal error: java.lang.IllegalStateException at C.m(C.java:7) (times: 1);"
                + " please report it"),
        said);
  }

  @Test
  void thenTheLatestOnceAMinuteWithHowManyThereWereSince() {
    events.found(bug(new IllegalStateException(), 7));
    pass(Duration.ZERO);
    said.clear();
    for (int i = 0; i < 1000; i++) {
      events.found(bug(new IllegalStateException(), 8));
    }
    events.found(bug(new ArithmeticException(), 9));
    pass(Duration.ofSeconds(59));
    assertEquals(List.of(), said);
    pass(Duration.ofSeconds(1));
    assertEquals(
        List.of(
            "internal error: java.lang.ArithmeticException at C.m(C.java:9) (times: 1001);"
                + " please report it"),
        said);
  }

  @Test
  void oneWithoutAPlaceIsSaidAsWell() {
    Throwable bug = new StackOverflowError();
    bug.setStackTrace(new StackTraceElement[0]);
    assertEquals(
        "internal error: java.lang.StackOverflowError (times: 1); please report it",
        BugEvents.event(bug).message());
  }
}
