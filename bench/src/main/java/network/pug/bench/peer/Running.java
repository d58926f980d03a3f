package network.pug.bench.peer;

import io.netty.handler.ssl.SslContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.pug.bench.load.Meter;
import network.pug.bench.load.Target;
import org.jspecify.annotations.Nullable;

/** A relay that runs, until it is closed. For one thread. */
public final class Running implements AutoCloseable {
  private static final Pattern LISTENING =
      Pattern.compile("listening on https?://([0-9.]+):(\\d+)");
  private static final int END_SECONDS = 6;

  private final Peer peer;
  private final Process process;
  private final Target target;
  private final double startMillis;

  private Running(Peer peer, Process process, Target target, double startMillis) {
    this.peer = peer;
    this.process = process;
    this.target = target;
    this.startMillis = startMillis;
  }

  /**
   * Starts a relay, and returns when it listens.
   *
   * @param tls what clients need, where it was told to use TLS
   */
  public static Running start(Peer peer, Cores cores, @Nullable SslContext tls) throws IOException {
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(cores.pinned(peer.command()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy)); // where we are ended early
    BufferedReader out = process.inputReader();
    String line = out.readLine();
    double millis = (System.nanoTime() - begin) / 1e6;
    Matcher listening = LISTENING.matcher(line == null ? "" : line);
    if (!listening.matches()) {
      process.destroy();
      throw new IOException(peer.name() + " does not start: " + String.join(" ", peer.command()));
    }
    InetSocketAddress address =
        new InetSocketAddress(listening.group(1), Integer.parseInt(listening.group(2)));
    Meter meter = Meter.ofTree(process.toHandle());
    return new Running(peer, process, new Target(peer.dialect(), address, tls, meter), millis);
  }

  /** What was started. */
  public Peer peer() {
    return peer;
  }

  /** Where to load it. */
  public Target target() {
    return target;
  }

  /** From its start until it listened. */
  public double startMillis() {
    return startMillis;
  }

  /** Ends it. */
  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, END_SECONDS, TimeUnit.SECONDS).join();
    process.destroyForcibly();
  }
}
