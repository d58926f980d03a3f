package network.pug.relay;

import io.netty.util.internal.logging.InternalLoggerFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import network.pug.relay.admin.BoundEvents;
import network.pug.relay.admin.BugEvents;
import network.pug.relay.admin.EventLog;
import network.pug.relay.admin.EventLog.Event;
import network.pug.relay.admin.EventLog.Format;
import network.pug.relay.admin.EventLog.Level;
import network.pug.relay.admin.SystemdNotifier;
import network.pug.relay.room.Bound;
import network.pug.relay.room.Clock;
import org.jspecify.annotations.Nullable;

/** The command line of the relay. */
public final class Main {
  private static final int USAGE_STATUS = 2;

  /** For a line that nobody takes from us, when there is nothing to do but end. */
  private static final Duration LAST_LINE = Duration.ofMillis(300);

  /** Prints, so that nothing else has to wait for whoever reads what is printed. */
  private static final ScheduledExecutorService PRINTER = thread("printer");

  private final EventLog log;
  private final AtomicReference<@Nullable RelayServer> running = new AtomicReference<>();

  private Main(EventLog log) {
    this.log = log;
  }

  /** Runs the relay until it is told to stop: status 0 then, 2 if it cannot start. */
  public static void main(String[] arguments) {
    // Before all that is Netty's, for each of its classes asks for a logger once.
    InternalLoggerFactory.setDefaultFactory(new NoLogging());
    EventLog log = log(Format.TEXT);
    reportBugs(log);
    try {
      Flags flags = Flags.parse(List.of(arguments), System.getenv());
      if (flags.isGiven("help")) {
        System.out.print(Flags.help());
      } else if (flags.isGiven("version")) {
        System.out.println("pugnetwork " + Version.text());
      } else {
        log = log(RelayConfig.logFormat(flags));
        reportBugs(log);
        new Main(log).run(RelayConfig.of(flags));
      }
    } catch (UsageException e) {
      log.say(Event.of(Level.ERROR, "bad-usage", e.line()));
      log.flush(LAST_LINE);
      System.exit(USAGE_STATUS);
    }
  }

  private void run(RelayConfig config) throws UsageException {
    if (config.production() && config.tls() == null) {
      log.say(
          Event.of(
              Level.WARNING,
              "no-tls",
              "warning: no TLS; browsers encrypt only on pages from https or localhost"));
    }
    // On SIGTERM and SIGINT. Halting ends the process with 0 rather than with the signal's number.
    Thread ending = new Thread(this::end);
    Runtime.getRuntime().addShutdownHook(ending);
    HeapSweep heap = new HeapSweep(thread("heap-sweep"), Clock.SYSTEM);
    BoundEvents bounds = new BoundEvents(PRINTER, Clock.SYSTEM, log::say);
    RelayServer server;
    try {
      server = RelayServer.start(config, listener(heap, bounds));
    } catch (UsageException e) {
      Runtime.getRuntime().removeShutdownHook(ending);
      throw e;
    }
    running.set(server);
    Signals.onHangUp(() -> reload(server));
    System.out.println("listening on " + server.url());
    log.say(started(config, server));
    manager(server).ready();
  }

  private static RelayServer.Listener listener(HeapSweep heap, BoundEvents bounds) {
    return new RelayServer.Listener() {
      @Override
      public void roomEnded() {
        heap.roomEnded();
      }

      @Override
      public void boundReached(Bound bound) {
        bounds.reached(bound);
      }
    };
  }

  private static Event started(RelayConfig config, RelayServer server) {
    int max = server.maxConnections();
    String metrics = server.metricsUrl();
    String message = "started: version " + Version.text() + ", up to " + max + " connections";
    if (max < config.bounds().connections()) {
      message +=
          "; for "
              + config.bounds().connections()
              + " the limit of open files must be raised, now "
              + FileDescriptors.limit()
              + " (ulimit -n, LimitNOFILE=)";
    }
    if (metrics != null) {
      message += "; metrics at " + metrics;
    }
    return Event.of(Level.INFO, "start", message)
        .with("version", Version.text())
        .with("connections", max);
  }

  private void end() {
    RelayServer server = running.get();
    if (server != null) {
      log.say(Event.of(Level.INFO, "stop", "stopping"));
      manager(server).stopping();
      server.close();
      log.flush(LAST_LINE);
    }
    Runtime.getRuntime().halt(0);
  }

  private void reload(RelayServer server) {
    manager(server).reloading();
    try {
      log.say(
          server.reloadCertificate()
              ? Event.of(Level.INFO, "certificate-reloaded", "certificate reloaded")
              : Event.of(
                  Level.INFO,
                  "no-certificate",
                  "there is no certificate to reload: the relay runs without TLS"));
    } catch (UsageException e) {
      log.say(
          Event.of(
              Level.ERROR,
              "certificate-not-reloaded",
              e.line() + "; the certificate in use stays"));
    }
    manager(server).ready();
  }

  private static void reportBugs(EventLog log) {
    BugEvents bugs = new BugEvents(PRINTER, Clock.SYSTEM, log::say);
    Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> bugs.found(bug));
    // With this thread the process may end, and shall not before its line is out.
    Thread.currentThread()
        .setUncaughtExceptionHandler(
            (thread, bug) -> {
              log.say(BugEvents.event(bug));
              log.flush(LAST_LINE);
            });
  }

  private static SystemdNotifier manager(RelayServer server) {
    return new SystemdNotifier(server.eventLoops(), System.getenv("NOTIFY_SOCKET"));
  }

  private static EventLog log(Format format) {
    return new EventLog(System.err, format, Clock.SYSTEM, PRINTER);
  }

  private static ScheduledExecutorService thread(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        Thread.ofPlatform().daemon().name(name).factory());
  }
}
