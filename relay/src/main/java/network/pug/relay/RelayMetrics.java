package network.pug.relay;

import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.SingleThreadEventExecutor;
import io.netty.util.internal.PlatformDependent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import network.pug.relay.admin.Metric;
import network.pug.relay.admin.RefusalCounts;
import network.pug.relay.gateway.Gateway;
import network.pug.relay.http.HttpLayer;
import network.pug.relay.room.Census;
import network.pug.relay.room.Clock;
import org.jspecify.annotations.Nullable;

/**
 * What a relay tells of itself, all of it read from where it is kept anyway, when it is asked for.
 * Sums over the whole relay: nothing of one room, and nothing of one address. Safe for any thread.
 */
final class RelayMetrics {
  private final Door door;
  private final Gateway gateway;
  private final HttpLayer http;
  private final RefusalCounts refusals;
  private final @Nullable TlsCertificate certificate;
  private final EventLoopGroup loops;
  private final Clock clock;
  private final long start;

  /** The metrics of a relay that starts now. */
  RelayMetrics(
      Door door,
      Gateway gateway,
      HttpLayer http,
      RefusalCounts refusals,
      @Nullable TlsCertificate certificate,
      EventLoopGroup loops,
      Clock clock) {
    this.door = door;
    this.gateway = gateway;
    this.http = http;
    this.refusals = refusals;
    this.certificate = certificate;
    this.loops = loops;
    this.clock = clock;
    this.start = clock.nanos();
  }

  /** Their values now. */
  CompletableFuture<List<Metric>> read() {
    return gateway.rooms().census().thenApply(this::list);
  }

  private List<Metric> list(Census census) {
    List<Metric> list = new ArrayList<>();
    list.add(Metric.info("pug_info", "Always 1.", "version", Version.text()));
    list.add(Metric.gauge("pug_uptime_seconds", "Since the start.", uptime()));
    list.add(Metric.gauge("pug_rooms", "Rooms.", census.rooms()));
    list.add(Metric.gauge("pug_members", "Members of all rooms.", census.members()));
    list.add(Metric.gauge("pug_connections", "Open sockets.", door.connections().used()));
    list.add(
        Metric.gauge("pug_connections_max", "Sockets there may be.", door.connections().max()));
    list.add(
        Metric.gauge("pug_handshakes", "Sockets that have yet to join a room.", door.handshakes()));
    list.add(Metric.gauge("pug_spent_tokens", "Spent tokens remembered.", http.spentTokens()));
    list.add(
        Metric.gauge(
            "pug_waiting_bytes", "Bytes that wait for slow members.", gateway.waitingBytes()));
    // Netty counts them itself, to bound them; where it does not, it says -1.
    long buffers = PlatformDependent.usedDirectMemory();
    if (buffers >= 0) {
      list.add(Metric.gauge("pug_buffer_bytes", "Bytes in buffers off the heap.", buffers));
    }
    Runtime runtime = Runtime.getRuntime();
    list.add(
        Metric.gauge(
            "pug_heap_bytes", "Heap in use.", runtime.totalMemory() - runtime.freeMemory()));
    list.add(Metric.gauge("pug_heap_max_bytes", "Heap there may be.", runtime.maxMemory()));
    list.add(
        Metric.gauge("pug_pending_tasks", "Tasks that wait for an event loop.", pendingTasks()));
    if (certificate != null) {
      list.add(
          Metric.gauge(
              "pug_certificate_expiry_seconds",
              "When the certificate expires, since the Unix epoch.",
              certificate.expiry().getEpochSecond()));
    }
    list.add(
        Metric.counter(
            "pug_refusals_total",
            "Answers that are errors, by status, and connections ended, by code.",
            "code",
            refusals.byCode()));
    list.add(
        Metric.counter(
            "pug_limit_reached_total",
            "What was turned away or cut off at a limit.",
            "limit",
            refusals.byBound()));
    return list;
  }

  private long uptime() {
    return Duration.ofNanos(clock.nanos() - start).toSeconds();
  }

  private long pendingTasks() {
    long tasks = 0;
    for (var loop : loops) {
      tasks += loop instanceof SingleThreadEventExecutor single ? single.pendingTasks() : 0;
    }
    return tasks;
  }
}
