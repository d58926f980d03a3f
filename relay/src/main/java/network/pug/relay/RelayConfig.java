package network.pug.relay;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import network.pug.protocol.ProofOfWork;
import network.pug.relay.admin.EventLog.Format;
import network.pug.relay.gateway.Gateway;
import network.pug.relay.http.HttpConnection;
import network.pug.relay.http.HttpLayer;
import network.pug.relay.room.RoomLimits;
import org.jspecify.annotations.Nullable;

/**
 * How a relay is to run; every value has been checked.
 *
 * @param host address to bind
 * @param port port to bind; 0 for a free one
 * @param tls certificate and key; null for plain HTTP
 * @param allowedOrigin the one browser origin that may open a WebSocket; null for the relay's own
 * @param production whether to warn where TLS is absent
 * @param powDifficulty leading zero bits, 0 to 32
 * @param rooms what a room may ask for
 * @param maxMessageBytes the most bytes of one message
 * @param messageRate messages a second that each member may send; 0 for no limit
 * @param bounds how much there may be of what
 * @param trustedProxy whose X-Forwarded headers are believed; null for nobody's
 * @param basePath the path that everything lives under, with a slash at both ends
 * @param securityContact URIs to tell of a vulnerability, the preferred one first
 * @param adminPort loopback port of the metrics, 0 for a free one; null for none
 * @param timeouts how long clients may take
 */
public record RelayConfig(
    String host,
    int port,
    @Nullable Tls tls,
    @Nullable String allowedOrigin,
    boolean production,
    int powDifficulty,
    RoomLimits rooms,
    int maxMessageBytes,
    int messageRate,
    Bounds bounds,
    @Nullable AddressBlock trustedProxy,
    String basePath,
    List<String> securityContact,
    @Nullable Integer adminPort,
    Timeouts timeouts) {

  private static final int YEAR_SECONDS = 366 * 24 * 3600;
  private static final int MOST = 10_000_000;

  /** As much as the launcher lets buffers have. */
  private static final int MOST_BYTES = 512 << 20;

  private static final int MAX_BASE_PATH = 200;
  private static final Pattern ORIGIN = Pattern.compile("https?://[^/?#@\\s]+");

  /** Segments of RFC 3986's unreserved characters: they mean the same to every proxy and page. */
  private static final Pattern BASE_PATH = Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[\\w.~-]+)+/?");

  /** Where certificate chain and private key lie, both PEM. */
  public record Tls(Path certificate, Path key) {
    @Override
    public String toString() {
      return "Tls";
    }
  }

  /**
   * How much there may be of what, at a time.
   *
   * @param rooms rooms
   * @param connections sockets
   * @param connectionsPerIp sockets from one address; 0 for no limit
   * @param handshakes sockets that have yet to join a room
   * @param tokens spent tokens that are remembered, of each kind, for each two minutes
   * @param queueBytes bytes that wait for one member
   * @param backlogBytes bytes that wait for all members
   */
  public record Bounds(
      int rooms,
      int connections,
      int connectionsPerIp,
      int handshakes,
      int tokens,
      int queueBytes,
      int backlogBytes) {}

  /** How long clients may take, by layer. */
  public record Timeouts(HttpConnection.Timeouts http, Gateway.Timeouts gateway) {
    /** What the protocol says. */
    public static final Timeouts STANDARD =
        new Timeouts(
            new HttpConnection.Timeouts(
                Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(30)),
            new Gateway.Timeouts(
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(5)));
  }

  /**
   * Reads a configuration.
   *
   * @throws UsageException with one line that says which value is wrong, and how
   */
  public static RelayConfig parse(List<String> arguments, Map<String, String> environment)
      throws UsageException {
    return of(Flags.parse(arguments, environment));
  }

  static RelayConfig of(Flags flags) throws UsageException {
    String host = flags.text("host");
    String proxy = flags.text("trusted-proxy");
    int messageBytes = flags.integer("max-message-bytes", 65_536, 256, 16 << 20);
    if (host != null && host.isBlank()) {
      throw flags.bad("host", "must be an address to bind");
    }
    return new RelayConfig(
        host == null ? "127.0.0.1" : host,
        flags.integer("port", 3000, 0, 65535),
        tls(flags),
        allowedOrigin(flags),
        flags.isGiven("production"),
        flags.integer("pow-difficulty", 18, 0, ProofOfWork.MAX_DIFFICULTY),
        rooms(flags),
        messageBytes,
        flags.integer("message-rate", 20, 0, 1_000_000),
        bounds(flags, messageBytes),
        proxy == null ? null : AddressBlock.parse(flags, "trusted-proxy", proxy),
        basePath(flags),
        SecurityContacts.parse(flags, "security-contact", flags.text("security-contact")),
        flags.isGiven("admin-port") ? (Integer) flags.integer("admin-port", 0, 0, 65535) : null,
        Timeouts.STANDARD);
  }

  /** How what is printed is to look; read first, for what is wrong with the rest is printed. */
  static Format logFormat(Flags flags) throws UsageException {
    String format = flags.text("log-format");
    return switch (format == null ? "text" : format) {
      case "text" -> Format.TEXT;
      case "json" -> Format.JSON;
      default -> throw flags.bad("log-format", "must be text or json");
    };
  }

  /** The same with other timeouts. */
  public RelayConfig with(Timeouts other) {
    return new RelayConfig(
        host,
        port,
        tls,
        allowedOrigin,
        production,
        powDifficulty,
        rooms,
        maxMessageBytes,
        messageRate,
        bounds,
        trustedProxy,
        basePath,
        securityContact,
        adminPort,
        other);
  }

  private static Bounds bounds(Flags flags, int messageBytes) throws UsageException {
    // Two messages: a member that is slow to read one shall not be cut off by the next.
    int least = 2 * messageBytes;
    int queue =
        flags.integer("max-queue-bytes", Math.max(1 << 20, 16 * messageBytes), least, MOST_BYTES);
    int backlog =
        flags.integer(
            "max-backlog-bytes",
            Math.max(MOST_BYTES / 2, queue),
            Math.max(1 << 20, least),
            MOST_BYTES);
    if (queue > backlog && flags.isGiven("max-queue-bytes")) {
      throw flags.bad("max-backlog-bytes", "must be at or above what may wait for one member");
    }
    return new Bounds(
        flags.integer("max-rooms", 100_000, 1, MOST),
        flags.integer("max-connections", 200_000, 1, MOST),
        flags.integer("max-connections-per-ip", 0, 0, MOST),
        flags.integer("max-handshakes", 10_000, 1, MOST),
        flags.integer("max-tokens", 100_000, 1, MOST),
        Math.min(queue, backlog),
        backlog);
  }

  private static RoomLimits rooms(Flags flags) throws UsageException {
    int minTtl = flags.integer("min-ttl", 60, 1, YEAR_SECONDS);
    int maxTtl = flags.integer("max-ttl", 86_400, 1, YEAR_SECONDS);
    if (minTtl > maxTtl) {
      String wrong = flags.isGiven("min-ttl") ? "min-ttl" : "max-ttl";
      throw flags.bad(wrong, "must keep the shortest life at or below the longest");
    }
    int maxCapacity =
        flags.integer("max-capacity", 6, RoomLimits.MIN_CAPACITY, RoomLimits.MOST_CAPACITY);
    return new RoomLimits(
        minTtl,
        maxTtl,
        preset(flags, "default-ttl", 3600, minTtl, maxTtl),
        maxCapacity,
        preset(flags, "default-capacity", 2, RoomLimits.MIN_CAPACITY, maxCapacity));
  }

  /** A default must lie within its range; one that was not given is moved there. */
  private static int preset(Flags flags, String name, int preset, int min, int max)
      throws UsageException {
    return flags.integer(name, Math.clamp(preset, min, max), min, max);
  }

  private static @Nullable Tls tls(Flags flags) throws UsageException {
    String certificate = flags.text("tls-cert");
    String key = flags.text("tls-key");
    if (certificate == null && key == null) {
      return null;
    }
    if (certificate == null || key == null) {
      throw new UsageException(
          "--tls-cert and --tls-key go together: give the certificate and its private key");
    }
    return new Tls(path(flags, "tls-cert", certificate), path(flags, "tls-key", key));
  }

  private static Path path(Flags flags, String name, String path) throws UsageException {
    try {
      return Path.of(path);
    } catch (InvalidPathException e) {
      throw flags.bad(name, "must be a path in characters of this locale (LC_ALL, LANG)");
    }
  }

  private static @Nullable String allowedOrigin(Flags flags) throws UsageException {
    String origin = flags.text("allowed-origin");
    if (origin != null && !ORIGIN.matcher(origin.toLowerCase(Locale.ROOT)).matches()) {
      throw flags.bad("allowed-origin", "must be an origin such as https://chat.example");
    }
    return origin;
  }

  private static String basePath(Flags flags) throws UsageException {
    String path = flags.text("base-path");
    if (path == null || path.equals("/")) {
      return "/";
    }
    if (path.length() > MAX_BASE_PATH || !BASE_PATH.matcher(path).matches()) {
      throw flags.bad(
          "base-path",
          "must be a path such as /chat, of up to 200 letters, digits, '-', '.', '_' and '~'");
    }
    String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    if (HttpLayer.AT_THE_ROOT.contains(bare)) {
      throw flags.bad("base-path", "must be none of the addresses at the root of every host");
    }
    return bare + '/';
  }

  @Override
  public String toString() {
    return "RelayConfig";
  }
}
