package network.pug.relay;

import io.netty.util.internal.logging.InternalLoggerFactory;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import network.pug.relay.room.Clock;
import org.jspecify.annotations.Nullable;

/** The command line of the relay. */
public final class Main {
  private static final int USAGE_STATUS = 2;

  private Main() {}

  /** Runs the relay until it is told to stop: status 0 then, 2 if it cannot start. */
  public static void main(String[] arguments) {
    // Before all that is Netty's, for each of its classes asks for a logger once.
    InternalLoggerFactory.setDefaultFactory(new NoLogging());
    Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> report(bug));
    try {
      Flags flags = Flags.parse(List.of(arguments), System.getenv());
      if (flags.isGiven("help")) {
        System.out.print(Flags.help());
      } else if (flags.isGiven("version")) {
        System.out.println("pugnetwork " + Version.text());
      } else {
        run(RelayConfig.of(flags));
      }
    } catch (UsageException e) {
      say(e.line());
      System.exit(USAGE_STATUS);
    }
  }

  private static void run(RelayConfig config) throws UsageException {
    if (config.production() && config.tls() == null) {
      say("warning: no TLS; browsers encrypt only on pages from https or localhost");
    }
    AtomicReference<@Nullable RelayServer> running = new AtomicReference<>();
    // On SIGTERM and SIGINT. Halting ends the process with 0 rather than with the signal's number.
    Thread ending = new Thread(() -> end(running.get()));
    Runtime.getRuntime().addShutdownHook(ending);
    HeapSweep heap =
        new HeapSweep(
            Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("heap-sweep").factory()),
            Clock.SYSTEM);
    RelayServer server;
    try {
      server = RelayServer.start(config, heap::roomEnded);
    } catch (UsageException e) {
      Runtime.getRuntime().removeShutdownHook(ending);
      throw e;
    }
    running.set(server);
    Signals.onHangUp(() -> reload(server));
    System.out.println("listening on " + server.url());
  }

  private static void end(@Nullable RelayServer server) {
    if (server != null) {
      server.close();
    }
    Runtime.getRuntime().halt(0);
  }

  private static void reload(RelayServer server) {
    try {
      say(
          server.reloadCertificate()
              ? "certificate reloaded"
              : "there is no certificate to reload: the relay runs without TLS");
    } catch (UsageException e) {
      say(e.line() + "; the certificate in use stays");
    }
  }

  /** Says that there is a bug, and where; its message could quote a client, and is not said. */
  private static void report(Throwable bug) {
    StackTraceElement[] trace = bug.getStackTrace();
    say(
        "internal error: "
            + bug.getClass().getName()
            + (trace.length == 0 ? "" : " at " + trace[0])
            + "; please report it");
  }

  private static void say(String line) {
    PrintStream err = System.err;
    err.println("pugnetwork: " + line);
  }
}
