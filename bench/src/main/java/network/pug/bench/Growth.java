package network.pug.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.IntFunction;
import network.pug.bench.load.Figures;
import network.pug.bench.load.Load;
import network.pug.bench.peer.Cores;
import network.pug.bench.peer.Peer;
import network.pug.bench.peer.Peers;
import network.pug.bench.peer.Running;
import network.pug.bench.report.Curves;
import network.pug.bench.report.Table;

/** How cost grows with members, rooms, sizes and connections. */
final class Growth {
  private static final int ROUNDS = 3;
  private static final int TALKERS = 300;
  private static final String SOCKET_IO = "Node.js, Socket.IO"; // slower than the scale

  /** Something that grows. */
  private record Axis(String key, String name, String of, List<Integer> steps) {
    String what(int step) {
      return key + " " + step;
    }

    @Override
    public String toString() {
      return "Axis";
    }
  }

  private static final String CPU = "µs a delivery";
  private static final Axis MEMBERS =
      new Axis("members", CPU, "members of a room", List.of(2, 6, 12, 25, 50, 100));
  private static final Axis ROOMS =
      new Axis("rooms", CPU, "rooms of two", List.of(1, 10, 100, 1000, 4000));
  private static final Axis BYTES =
      new Axis("bytes", CPU, "bytes of a message", List.of(64, 256, 1024, 4096, 16384, 61440));
  private static final Axis CONNECTIONS =
      new Axis("connections", "MiB", "connections", List.of(102, 1002, 3000, 6000, 9000));

  private final Peers peers;
  private final Cores cores;
  private final Contest contest;
  private final Memory memory;
  private final List<Curves.Panel> panels = new ArrayList<>();

  Growth(Peers peers, Cores cores, Contest contest, Memory memory) {
    this.peers = peers;
    this.cores = cores;
    this.contest = contest;
    this.memory = memory;
  }

  /** Measures; tables by their names. */
  SequencedMap<String, String> run() throws IOException, InterruptedException {
    List<Peer> all = peers.all().stream().filter(peer -> !peer.name().equals(SOCKET_IO)).toList();
    List<Running> relays = new ArrayList<>();
    try {
      for (Peer peer : all) {
        relays.add(Running.start(peer, cores, null));
      }
      Bench.say("warming up");
      contest.warm(relays);
      for (int round = 0; round < ROUNDS; round++) {
        Bench.say("growth, round " + (round + 1) + " of " + ROUNDS);
        grow(round, relays, MEMBERS, n -> Load.saturated(Math.max(1, TALKERS / n), n, 256, 1));
        grow(round, relays, ROOMS, n -> Load.saturated(n, 2, 256, 1));
        grow(round, relays, BYTES, n -> Load.saturated(10, 6, n, 1));
      }
    } finally {
      for (Running relay : relays) {
        relay.close();
      }
    }
    SequencedMap<String, String> tables = new LinkedHashMap<>();
    for (Axis axis : List.of(MEMBERS, ROOMS, BYTES)) {
      tables.put(axis.key(), table(axis, curves(axis, all)));
    }
    Bench.say("growth of memory");
    SequencedMap<String, SequencedMap<Integer, Double>> sizes = new LinkedHashMap<>();
    for (Peer peer : all) {
      SequencedMap<Integer, Double> bytes = memory.ofConnections(peer, CONNECTIONS.steps());
      bytes.replaceAll((number, size) -> size / (1 << 20));
      sizes.put(peer.name(), bytes);
    }
    tables.put(CONNECTIONS.key(), table(CONNECTIONS, sizes));
    return tables;
  }

  private void grow(int round, List<Running> relays, Axis axis, IntFunction<Load> load)
      throws InterruptedException {
    for (int step : axis.steps()) {
      contest.round(round, axis.what(step), relays, Contest.talk(load.apply(step)));
    }
  }

  private SequencedMap<String, SequencedMap<Integer, Double>> curves(Axis axis, List<Peer> all) {
    SequencedMap<String, SequencedMap<Integer, Double>> curves = new LinkedHashMap<>();
    for (Peer peer : all) {
      SequencedMap<Integer, Double> curve = new LinkedHashMap<>();
      for (int step : axis.steps()) {
        double cpu = contest.results().median(axis.what(step), peer.name(), Figures::cpuMicros);
        if (!Double.isNaN(cpu)) {
          curve.put(step, cpu);
        }
      }
      curves.put(peer.name(), curve);
    }
    return curves;
  }

  private String table(Axis axis, SequencedMap<String, SequencedMap<Integer, Double>> curves) {
    panels.add(new Curves.Panel(axis.name(), axis.of(), curves));
    List<String> columns = new ArrayList<>(List.of(axis.of()));
    columns.addAll(curves.sequencedKeySet());
    Table table = new Table(columns);
    for (int step : axis.steps()) {
      table.add(
          String.format(Locale.ROOT, "%,d", step),
          curves.values().stream()
              .map(curve -> Table.number(curve.getOrDefault(step, Double.NaN)))
              .toList());
    }
    return table.toString();
  }

  /** All of it as curves. */
  String drawing() {
    return Curves.of("How cost grows", panels, Peers.OURS);
  }
}
