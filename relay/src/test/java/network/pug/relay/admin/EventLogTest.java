package network.pug.relay.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import network.pug.relay.admin.EventLog.Event;
import network.pug.relay.admin.EventLog.Format;
import network.pug.relay.admin.EventLog.Level;
import network.pug.relay.room.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EventLogTest {
  /** 2026-01-02T03:04:05.060Z. */
  private static final long TIME = 1_767_323_045_060L;

  private static final Clock CLOCK =
      new Clock() {
        @Override
        public long nanos() {
          return 0;
        }

        @Override
        public long epochMillis() {
          return TIME;
        }
      };

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, UTF_8);

  private String said(Format format, Event... events) {
    EventLog log = new EventLog(out, format, CLOCK, Runnable::run);
    for (Event event : events) {
      log.say(event);
    }
    return bytes.toString(UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Test
  void textIsTheMessageBehindTheProgramsName() {
    assertEquals(
        "pugnetwork: started\npugnetwork: stopping\n",
        said(
            Format.TEXT,
            Event.of(Level.INFO, "start", "started").with("connections", 5),
            Event.of(Level.INFO, "stop", "stopping")));
  }

  @Test
  void whateverStandsInAMessageTheTextIsOneLineWithoutControls() {
    assertEquals(
        "pugnetwork: a?b?c?d?e?f?g?\u00e9 \ud83d\udc36\n",
        said(
            Format.TEXT,
            Event.of(
                Level.ERROR, "e", "a\nb\rc\td\u001be\u0085f\u2028g\u007f\u00e9 \ud83d\udc36")));
  }

  @Test
  void jsonIsOneObjectALineWithTimeLevelEventMessageAndNumbers() {
    assertEquals(
        """
        {"time":"2026-01-02T03:04:05.060Z","level":"warning","event":"limit-reached",\
        "message":"limit reached: --max-rooms (times: 3)","limit":"max-rooms","times":3}
        """,
        said(
            Format.JSON,
            Event.of(Level.WARNING, "limit-reached", "limit reached: --max-rooms (times: 3)")
                .with("times", 3)
                .with("limit", "max-rooms")));
  }

  @Test
  void whateverStandsInAMessageTheLineIsOneObjectInAscii() {
    assertEquals(
        """
        {"time":"2026-01-02T03:04:05.060Z","level":"error","event":"e",\
        "message":"a\\"b\\\\c\\u000ad\\u00e9\\u007f\\ud83d\\udc36\\ud800\\u2028"}
        """,
        said(
            Format.JSON,
            Event.of(Level.ERROR, "e", "a\"b\\c\nd\u00e9\u007f\ud83d\udc36\ud800\u2028")));
  }

  @Test
  @Timeout(10)
  void whoDoesNotReadTheLinesHoldsUpNobodyAndMissesSome() throws InterruptedException {
    CountDownLatch reading = new CountDownLatch(1);
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      thread.execute(
          () -> {
            try {
              reading.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      EventLog log = new EventLog(out, Format.TEXT, CLOCK, thread);
      for (int i = 0; i < 100_000; i++) {
        log.say(Event.of(Level.INFO, "e", "line"));
      }
      log.flush(Duration.ofMillis(1));
      reading.countDown();
    }
    long lines = bytes.toString(UTF_8).lines().count();
    assertTrue(lines > 0 && lines < 1000, () -> lines + " lines");
  }
}
