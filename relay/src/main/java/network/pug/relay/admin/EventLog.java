package network.pug.relay.admin;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import network.pug.relay.room.Clock;
import network.pug.relay.room.Quota;

/**
 * Says in a line each what has happened to the relay as a whole; never anything of a client, for it
 * is handed words and numbers that are in the code. Safe for any thread, and never blocks: whoever
 * does not read the lines holds up nobody, and misses some.
 */
public final class EventLog {
  private static final int MAX_WAITING = 256;

  /** What ends a line, or means something to a terminal. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

  /** How a line looks. */
  public enum Format {
    /** {@code pugnetwork: message}, with question marks for control characters. */
    TEXT,
    /** An object of JSON (RFC 8259) in ASCII. */
    JSON
  }

  /** How much it matters. */
  public enum Level {
    INFO,
    WARNING,
    ERROR
  }

  /**
   * What has happened.
   *
   * @param name a word for programs
   * @param message a sentence for people
   * @param details more for programs: strings and whole numbers
   */
  public record Event(Level level, String name, String message, SortedMap<String, Object> details) {
    /** An event without details. */
    public static Event of(Level level, String name, String message) {
      return new Event(level, name, message, new TreeMap<>());
    }

    /** The same with one more detail. */
    public Event with(String key, Object value) {
      SortedMap<String, Object> more = new TreeMap<>(details);
      more.put(key, value);
      return new Event(level, name, message, more);
    }

    @Override
    public String toString() {
      return "Event";
    }
  }

  private final PrintStream out;
  private final Format format;
  private final Clock clock;
  private final Executor thread;
  private final Quota waiting = new Quota(MAX_WAITING);

  /**
   * A log.
   *
   * @param thread prints one line after the other; may be held up by {@code out}
   */
  public EventLog(PrintStream out, Format format, Clock clock, Executor thread) {
    this.out = out;
    this.format = format;
    this.clock = clock;
    this.thread = thread;
  }

  /** Says it soon. */
  public void say(Event event) {
    if (waiting.tryAcquire()) {
      String line = format == Format.TEXT ? text(event) : json(event);
      thread.execute(
          () -> {
            out.println(line);
            waiting.release();
          });
    }
  }

  /** Waits until all is said, but not for long. */
  public void flush(Duration patience) {
    CompletableFuture.runAsync(() -> {}, thread)
        .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  private static String text(Event event) {
    return "pugnetwork: " + CONTROL.matcher(event.message).replaceAll("?");
  }

  private String json(Event event) {
    StringBuilder line = new StringBuilder(128);
    Instant now = Instant.ofEpochMilli(clock.epochMillis()).truncatedTo(ChronoUnit.MILLIS);
    line.append("{\"time\":").append(quoted(now.toString()));
    line.append(",\"level\":").append(quoted(event.level.name().toLowerCase(Locale.ROOT)));
    line.append(",\"event\":").append(quoted(event.name));
    line.append(",\"message\":").append(quoted(event.message));
    event.details.forEach(
        (key, value) ->
            line.append(',')
                .append(quoted(key))
                .append(':')
                .append(value instanceof Number ? value.toString() : quoted(value.toString())));
    return line.append('}').toString();
  }

  /**
   * A string of JSON in ASCII: a terminal, or a collector of logs, can take nothing in it amiss.
   */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
