package network.pug.relay;

import java.util.stream.Collectors;

/** The page of the documentation that lists the flags, as Markdown. */
final class CommandReference {
  private static final String PAGE =
      """
      # Command reference

      `./pugnetwork` is the one command. From a checkout it builds what is missing or stale, finds a suitable JDK, and
      then runs the relay.

      | command | what it does |
      |---|---|
      | `./pugnetwork [flags]` | runs the relay |
      | `./pugnetwork test` | sets up what the tests need, and runs every test |
      | `./pugnetwork residue` | searches the memory of this relay, and of others, for rooms that have ended: [what a seized server holds](what-a-seized-server-holds.md) |
      | `./pugnetwork echo [flags]` | runs an echo on the relay's own pipeline, for suites that test WebSocket servers |
      | `./pugnetwork fuzz [seconds]` | gives every parser random bytes, for 60 seconds each or so many |
      | `./pugnetwork timing` | measures what the time of a refusal tells |
      | `./pugnetwork soak [minutes]` | watches a relay of its own, for 30 minutes or so many, while rooms come and go: [a relay under churn](soak.md) |
      | `./pugnetwork siege` | attacks a relay of its own with 10,000 sockets, while members talk: [under attack](under-attack.md) |
      | `./pugnetwork bench [what]` | measures this relay beside others; or `growth` with rooms and sizes, single `functions`, `all` of it: [how fast it is](how-fast.md); or how long one waits for a room on the `page` |

      ## Flags

      | flag | environment | unless set | meaning |
      |---|---|---|---|
      {flags}

      The table is made from the relay's own list of flags; so is what `--help` prints.

      ## How flags are read

      - `--port 8080` and `--port=8080` mean the same.
      - A flag wins over its environment variable; an empty variable counts as not set. A flag without a value has no
        variable.
      - A value that is wrong, or out of its range, ends the command before it listens: one line on standard error says
        which value it is and what is allowed, and the exit status is 2. The same holds for a port that is taken and a
        certificate that cannot be read.

      ## What it prints

      One line on standard output when it accepts connections, with the scheme, address and port that it really has:

      ```
      listening on http://127.0.0.1:3000
      ```

      Standard error gets a line at the start and at the end, when a certificate was read again, when
      [a limit](operate-it.md#limits) is reached, and when something is wrong; `--log-format json` makes each an object of
      JSON. None says who connected, or to which room. [Operate it](operate-it.md#lines-on-standard-error) lists them.

      ## Signals

      | signal | what the relay does |
      |---|---|
      | SIGTERM, SIGINT | answers 503 to whoever comes, purges every room, closes every connection with code 1001, and ends with status 0 within five seconds |
      | SIGHUP | reads certificate and key again; if they cannot be used, it says so and keeps the old ones |

      ## Examples

      For yourself, on a free port:

      ```
      ./pugnetwork --port 0
      ```

      With its own certificate, and rooms of up to twelve people that live for ten minutes unless asked otherwise:

      ```
      ./pugnetwork --host 0.0.0.0 --port 8443 --production \\
        --tls-cert fullchain.pem --tls-key privkey.pem \\
        --max-capacity 12 --default-ttl 600
      ```

      [Run it](run-it.md) has more, with a unit for systemd and proxies in front.
      """;

  private CommandReference() {}

  static String page() {
    return PAGE.replace(
        "{flags}", Flags.ALL.stream().map(CommandReference::row).collect(Collectors.joining("\n")));
  }

  private static String row(Flags.Flag flag) {
    boolean isSwitch = flag.value() == null;
    String usage = "--" + flag.name() + (isSwitch ? "" : " " + flag.value());
    String variable = isSwitch ? "" : code(flag.variable());
    return "| " + String.join(" | ", code(usage), variable, flag.preset(), flag.meaning()) + " |";
  }

  private static String code(String text) {
    return '`' + text + '`';
  }
}
