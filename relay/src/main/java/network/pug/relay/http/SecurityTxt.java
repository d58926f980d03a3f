package network.pug.relay.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import network.pug.relay.room.Clock;
import org.jspecify.annotations.Nullable;

/**
 * {@code security.txt}: whom to tell of a vulnerability (RFC 9116). Immutable, and safe for any
 * thread.
 */
final class SecurityTxt {
  /** Where hosts keep it. */
  static final String PATH = "/.well-known/security.txt";

  /** The page that says what to report and how. */
  private static final String POLICY = "/docs/report-a-vulnerability";

  /** Section 2.5.5 recommends less than a year. */
  private static final Duration LIFE = Duration.ofDays(180);

  private final Clock clock;
  private final String fields;

  /**
   * What the file tells.
   *
   * @param contacts URIs, the preferred one first
   * @param origin where the public finds the relay; null if that is not known for sure
   */
  SecurityTxt(List<String> contacts, @Nullable String origin, String basePath, Clock clock) {
    this.clock = clock;
    StringBuilder text = new StringBuilder();
    contacts.forEach(contact -> text.append("Contact: ").append(contact).append('\n'));
    text.append("Preferred-Languages: en\n");
    if (origin != null && origin.regionMatches(true, 0, "https:", 0, 6)) {
      text.append("Canonical: ").append(origin).append(PATH).append('\n');
      text.append("Policy: ").append(origin).append(basePath, 0, basePath.length() - 1);
      text.append(POLICY).append('\n');
    }
    this.fields = text.toString();
  }

  /** The file as of now. It is made anew each time, so that it does not expire while served. */
  Reply reply() {
    Instant today = Instant.ofEpochMilli(clock.epochMillis()).truncatedTo(ChronoUnit.DAYS);
    String text = fields + "Expires: " + today.plus(LIFE) + '\n';
    return Reply.ok(
        "text/plain; charset=utf-8", "no-store", Unpooled.wrappedBuffer(text.getBytes(UTF_8)));
  }
}
