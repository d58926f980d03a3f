package network.pug.relay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The command line's flags, each with its environment variable, and the values given for them. A
 * flag wins over its variable; an empty variable counts as not set.
 */
final class Flags {
  /**
   * One flag.
   *
   * @param name without the dashes
   * @param value what its value is called in the help; null for a switch
   * @param preset what holds without it, for the help
   */
  record Flag(String name, @Nullable String value, String preset, String meaning) {
    /** The environment variable that stands for it. */
    String variable() {
      return name.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    }

    @Override
    public String toString() {
      return "Flag";
    }
  }

  static final List<Flag> ALL =
      List.of(
          new Flag("host", "ADDRESS", "127.0.0.1", "address to bind"),
          new Flag("port", "N", "3000", "port; 0 picks a free one"),
          new Flag("tls-cert", "FILE", "none", "PEM certificate chain"),
          new Flag("tls-key", "FILE", "none", "PEM private key (PKCS #8)"),
          new Flag("allowed-origin", "ORIGIN", "its own", "the one browser origin let in"),
          new Flag("production", null, "off", "warn where TLS is absent"),
          new Flag("pow-difficulty", "BITS", "18", "proof of work, 0 to 32 zero bits"),
          new Flag("min-ttl", "SECONDS", "60", "shortest life of a room"),
          new Flag("max-ttl", "SECONDS", "86400", "longest life of a room"),
          new Flag("default-ttl", "SECONDS", "3600", "life of a room that asks for none"),
          new Flag("max-capacity", "N", "6", "most members a room may ask for"),
          new Flag("default-capacity", "N", "2", "members of a room that asks for no number"),
          new Flag("max-message-bytes", "BYTES", "65536", "one message"),
          new Flag("message-rate", "N", "20", "messages a second from a member; 0: any"),
          new Flag("max-rooms", "N", "100000", "rooms at a time"),
          new Flag("max-connections", "N", "200000", "sockets at a time"),
          new Flag("max-connections-per-ip", "N", "0", "sockets from one address; 0: any"),
          new Flag("max-handshakes", "N", "10000", "sockets that have yet to join a room"),
          new Flag("max-tokens", "N", "100000", "spent tokens remembered, of each kind"),
          new Flag("max-queue-bytes", "BYTES", "1048576", "what waits for one slow member"),
          new Flag("max-backlog-bytes", "BYTES", "268435456", "what waits for all slow members"),
          new Flag("trusted-proxy", "CIDR", "none", "whose X-Forwarded headers are believed"),
          new Flag("base-path", "PATH", "/", "the path that everything lives under"),
          new Flag("security-contact", "URIS", "none", "contact in /.well-known/security.txt"),
          new Flag("admin-port", "N", "off", "loopback port of /metrics; 0 picks a free one"),
          new Flag("log-format", "FORMAT", "text", "of lines on stderr: text or json"),
          new Flag("version", null, "", "print the version"),
          new Flag("help", null, "", "print this"));

  private static final Map<String, Flag> BY_NAME =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Flag::name, flag -> flag));

  private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}");

  /** A value and where it came from, for messages. */
  private record Given(String source, String value) {
    @Override
    public String toString() {
      return "Given";
    }
  }

  private final Map<String, Given> given = new HashMap<>();

  /** Reads arguments and environment. */
  static Flags parse(List<String> arguments, Map<String, String> environment)
      throws UsageException {
    Flags flags = new Flags();
    for (Flag flag : ALL) {
      String value = environment.getOrDefault(flag.variable(), "");
      if (flag.value != null && !value.isEmpty()) {
        flags.given.put(flag.name, new Given(flag.variable(), value));
      }
    }
    for (int i = 0; i < arguments.size(); i++) {
      i += flags.take(arguments, i);
    }
    return flags;
  }

  /** Takes the argument at {@code i} and returns how many more it used. */
  private int take(List<String> arguments, int i) throws UsageException {
    String argument = arguments.get(i);
    int equals = argument.indexOf('=');
    String word = equals < 0 ? argument : argument.substring(0, equals);
    Flag flag = word.startsWith("--") ? BY_NAME.get(word.substring(2)) : null;
    if (flag == null) {
      throw new UsageException("unknown argument '" + argument + "'; --help lists the flags");
    }
    if (flag.value == null) {
      if (equals >= 0) {
        throw new UsageException(word + " takes no value");
      }
      given.put(flag.name, new Given(word, ""));
      return 0;
    }
    if (equals < 0 && i + 1 == arguments.size()) {
      throw new UsageException(word + " needs a value: " + word + " " + flag.value);
    }
    given.put(
        flag.name,
        new Given(word, equals < 0 ? arguments.get(i + 1) : argument.substring(equals + 1)));
    return equals < 0 ? 1 : 0;
  }

  boolean isGiven(String name) {
    return given.containsKey(name);
  }

  /** The text given for a flag; null if none was. */
  @Nullable String text(String name) {
    Given value = given.get(name);
    return value == null ? null : value.value;
  }

  /** The whole number given for a flag, or {@code preset}. */
  int integer(String name, int preset, int min, int max) throws UsageException {
    String text = text(name);
    if (text == null) {
      return preset;
    }
    if (WHOLE_NUMBER.matcher(text).matches()) {
      int number = Integer.parseInt(text);
      if (number >= min && number <= max) {
        return number;
      }
    }
    throw bad(name, "must be a whole number from " + min + " to " + max);
  }

  /** A message about the value of a flag, which names the flag or the variable it came by. */
  UsageException bad(String name, String complaint) {
    Given value = given.get(name);
    String source = value == null ? "--" + name : value.source;
    String quoted = value == null ? "" : ", not '" + value.value + "'";
    return new UsageException(source + " " + complaint + quoted);
  }

  /** The text of {@code --help}. */
  static String help() {
    StringBuilder help =
        new StringBuilder(
            """
            pugnetwork [flags]    run the relay
            pugnetwork test       set up and run every test
            pugnetwork residue    search memory for rooms that have ended
            pugnetwork echo       run an echo, for suites that test WebSocket servers
            pugnetwork fuzz [N]   random bytes for every parser, N seconds each
            pugnetwork timing     measure what the time of a refusal tells
            pugnetwork soak [N]   watch a relay for N minutes, or 30
            pugnetwork siege      attack a relay with 10,000 sockets
            pugnetwork bench [W]  compare relays; W: growth, functions, all, page

            """);
    for (Flag flag : ALL) {
      String usage = "--" + flag.name + (flag.value == null ? "" : " " + flag.value);
      String preset = flag.preset.isEmpty() ? "" : " (" + flag.preset + ")";
      help.append(String.format("  %-30s %s%s%n", usage, flag.meaning, preset));
    }
    return help.append(
            """

            Each flag with a value may be given by an environment variable instead: PORT for
            --port, MAX_ROOMS for --max-rooms. SIGHUP reads the certificate again.
            """)
        .toString();
  }
}
