package network.pug.e2e.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A running {@code pugnetwork}. Closing it ends the process. */
public final class Pugnetwork implements AutoCloseable {

  /** The project's root. */
  public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final String LISTENING = "listening on ";

  private static final List<String> VARIABLES =
      List.of(
          "HOST",
          "PORT",
          "TLS_CERT",
          "TLS_KEY",
          "ALLOWED_ORIGIN",
          "POW_DIFFICULTY",
          "MIN_TTL",
          "MAX_TTL",
          "DEFAULT_TTL",
          "MAX_CAPACITY",
          "DEFAULT_CAPACITY",
          "MAX_MESSAGE_BYTES",
          "MESSAGE_RATE",
          "MAX_ROOMS",
          "MAX_CONNECTIONS",
          "MAX_CONNECTIONS_PER_IP",
          "MAX_HANDSHAKES",
          "MAX_TOKENS",
          "MAX_QUEUE_BYTES",
          "MAX_BACKLOG_BYTES",
          "TRUSTED_PROXY",
          "BASE_PATH",
          "SECURITY_CONTACT",
          "ADMIN_PORT",
          "LOG_FORMAT",
          "NOTIFY_SOCKET");

  /** What every relay says at its start and its end, if it is not told to say it in JSON. */
  private static final Pattern START =
      Pattern.compile("pugnetwork: started: version \\S+, up to \\d+ connections(;.*)?");

  private static final String STOP = "pugnetwork: stopping";

  private final Process process;
  private final BufferedReader out;
  private final BlockingQueue<String> errorLines = new LinkedBlockingQueue<>();
  private final CompletableFuture<String> err;

  private Pugnetwork(Process process) {
    this.process = process;
    this.out = process.inputReader();
    this.err = CompletableFuture.supplyAsync(this::readErrors, Thread::startVirtualThread);
  }

  /** A command without the relay's environment variables, to be changed before it is started. */
  public static ProcessBuilder command(String... arguments) {
    return commandAt(ROOT.resolve("pugnetwork"), arguments);
  }

  /** The same through another path. */
  static ProcessBuilder commandAt(Path launcher, String... arguments) {
    var builder = new ProcessBuilder(launcher.toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().keySet().removeAll(VARIABLES);
    return builder;
  }

  public static Pugnetwork start(ProcessBuilder command) throws IOException {
    return new Pugnetwork(command.start());
  }

  public static Pugnetwork start(String... arguments) throws IOException {
    return start(command(arguments));
  }

  /** Waits for the line that says where the relay listens. */
  public URI listening() throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new AssertionError("no line on stdout; on stderr: " + err.join());
    }
    assertTrue(line.startsWith(LISTENING), line);
    return URI.create(line.substring(LISTENING.length()));
  }

  /** Waits for the next line on stderr beside those of start and stop. */
  String nextErrorLine() throws InterruptedException {
    return errorLines.take();
  }

  /** The number of the process that was started. */
  public long pid() {
    return process.pid();
  }

  /** Sends a signal, such as HUP, to the process that was started. */
  void signal(String name) throws IOException, InterruptedException {
    var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()));
    assertEquals(0, kill.inheritIO().start().waitFor());
  }

  /** Waits up to 30 s for the end of the process. */
  Ended end() throws InterruptedException {
    assertTrue(process.waitFor(30, TimeUnit.SECONDS), "still running");
    return new Ended(process.exitValue(), readAll(out), err.join());
  }

  /** Ends the relay as a service manager does. */
  Ended stop() throws IOException, InterruptedException {
    signal("TERM");
    return end();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static String readAll(Reader reader) {
    var text = new StringWriter();
    try (reader) {
      reader.transferTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private String readErrors() {
    return process
        .errorReader()
        .lines()
        .peek(
            line -> {
              if (!isOrdinary(line)) {
                errorLines.add(line);
              }
            })
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  /** What a process left: its exit status, the rest of its stdout, and all of its stderr. */
  record Ended(int status, String out, String err) {
    /** The same without the lines of start and stop. */
    Ended extraordinary() {
      return new Ended(
          status,
          out,
          err.lines()
              .filter(line -> !isOrdinary(line))
              .map(line -> line + "\n")
              .collect(Collectors.joining()));
    }
  }

  private static boolean isOrdinary(String line) {
    return line.equals(STOP) || START.matcher(line).matches();
  }
}
