package network.pug.bench;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;
import network.pug.bench.load.Figures;
import network.pug.bench.load.Latencies;
import network.pug.bench.peer.Certificate;
import network.pug.bench.peer.Cores;
import network.pug.bench.peer.Peer;
import network.pug.bench.peer.Peers;
import network.pug.bench.peer.Running;
import network.pug.bench.report.Bars;
import network.pug.bench.report.Table;

/** All relays beside each other. */
final class Relays {
  private static final int ROUNDS = 3;
  private static final String TLS = "over TLS 1.3";
  private static final String TWO = "on two processors";
  private static final String JOIN = "join";
  private static final String STAY = "stay";
  private static final String ROOM = "room";

  private final Peers peers;
  private final Cores cores;
  private final Contest contest;
  private final Results results;
  private final Memory memory;
  private final List<Running> relays = new ArrayList<>();
  private final Map<String, Double> restBytes = new LinkedHashMap<>();
  private final Map<String, Double> connectionBytes = new LinkedHashMap<>();

  Relays(Peers peers, Cores cores, Contest contest, Memory memory) {
    this.peers = peers;
    this.cores = cores;
    this.contest = contest;
    this.results = contest.results();
    this.memory = memory;
  }

  /** Measures; tables by their names. */
  SequencedMap<String, String> run()
      throws IOException, InterruptedException, GeneralSecurityException {
    List<Peer> all = peers.all();
    Bench.say("memory of idle connections");
    for (Peer peer : all) {
      connectionBytes.put(peer.name(), memory.bytesOfConnection(peer));
    }
    Certificate certificate = peers.certificate();
    Peer overTls =
        peers.ours("--tls-cert=" + certificate.chain(), "--tls-key=" + certificate.key());
    try {
      for (Peer peer : all) {
        Running relay = Running.start(peer, cores, null);
        relays.add(relay);
        restBytes.put(peer.name(), memory.atRest(relay));
      }
      try (Running tls = Running.start(overTls, cores, certificate.client());
          Running two = Running.start(peers.ours(), cores.withTwoForTheRelay(), null)) {
        warm(tls, two);
        rounds(tls, two);
      }
    } finally {
      for (Running relay : relays) {
        relay.close();
      }
    }
    return tables();
  }

  private void warm(Running tls, Running two) throws InterruptedException {
    Bench.say("warming up");
    List<Running> all = new ArrayList<>(relays);
    all.add(tls);
    all.add(two);
    contest.warm(all);
  }

  private void rounds(Running tls, Running two) throws InterruptedException {
    List<Running> ours =
        relays.stream().filter(relay -> relay.target().dialect().makesRooms()).toList();
    for (int round = 0; round < ROUNDS; round++) {
      Bench.say("round " + (round + 1) + " of " + ROUNDS);
      for (Shape shape : Shape.ALL) {
        if (shape.load().isPaced()) {
          Thread.sleep(Memory.REST); // what rooms before it have left is swept
        }
        contest.round(round, shape.name(), relays, Contest.talk(shape.load()));
        if (shape.equals(Shape.PACED)) {
          contest.once(round, TLS, Peers.OURS, tls.target(), Contest.talk(shape.load()));
        } else if (shape.equals(Shape.SIXES) || shape.equals(Shape.BUSY_SIXES)) {
          String what = shape.name() + ", " + TWO;
          contest.once(round, what, Peers.OURS, two.target(), Contest.talk(shape.load()));
        }
      }
      contest.round(round, JOIN, relays, Contest.JOIN);
      contest.round(round, STAY, relays, Contest.STAY);
      contest.round(round, ROOM, ours, (generator, at) -> generator.create(at, 2000));
    }
  }

  private List<String> names() {
    return relays.stream().map(relay -> relay.peer().name()).toList();
  }

  /** The C relay that takes less for a shape; the ratios refer to it. */
  private String floor(String shape) {
    return results.median(shape, Peers.C, Figures::cpuMicros)
            <= results.median(shape, Peers.C_COALESCING, Figures::cpuMicros)
        ? Peers.C
        : Peers.C_COALESCING;
  }

  private SequencedMap<String, String> tables() {
    SequencedMap<String, String> tables = new LinkedHashMap<>();
    tables.put("cpu", byShape((shape, name) -> median(shape, name, Figures::cpuMicros)));
    tables.put("floor", byShape((shape, name) -> number(results.ratio(shape, name, floor(shape)))));
    tables.put("ours", byShape((shape, name) -> number(results.ratio(shape, name, Peers.OURS))));
    tables.put("user", byShape((shape, name) -> number(results.userMicros(shape, name))));
    tables.put("rate", byShape((shape, name) -> median(shape, name, Figures::rate)));
    tables.put("generator", byShape((shape, name) -> median(shape, name, Figures::generatorShare)));
    tables.put("latency", latency());
    tables.put("variants", variants());
    tables.put("rest", rest());
    return tables;
  }

  private interface Cell {
    String of(String shape, String relay);
  }

  private String byShape(Cell cell) {
    Table table = table("load");
    for (Shape shape : Shape.ALL) {
      table.add(shape.name(), names().stream().map(name -> cell.of(shape.name(), name)).toList());
    }
    return table.toString();
  }

  private Table table(String first) {
    List<String> columns = new ArrayList<>(List.of(first));
    columns.addAll(names());
    return new Table(columns);
  }

  private String median(String what, String name, ToDoubleFunction<Figures> figure) {
    return number(results.median(what, name, figure));
  }

  private static String number(double figure) {
    return Table.number(figure);
  }

  private String latency() {
    Table table = new Table(List.of("relay", "half of all", "99 of 100", "999 of 1,000"));
    for (String name : names()) {
      table.add(name, quantiles(results.latencies(Shape.PACED.name(), name)));
    }
    table.add(Peers.OURS + ", " + TLS, quantiles(results.latencies(TLS, Peers.OURS)));
    return table.toString();
  }

  private static List<String> quantiles(Latencies latencies) {
    return List.of(
        number(latencies.micros(0.5)),
        number(latencies.micros(0.99)),
        number(latencies.micros(0.999)));
  }

  private String variants() {
    Table table = new Table(List.of("load", "variant", "without", "with", "ratio"));
    variant(table, Shape.PACED, TLS, TLS);
    for (Shape shape : List.of(Shape.SIXES, Shape.BUSY_SIXES)) {
      variant(table, shape, TWO, shape.name() + ", " + TWO);
    }
    return table.toString();
  }

  private void variant(Table table, Shape shape, String variant, String what) {
    table.add(
        shape.name(),
        List.of(
            variant,
            median(shape.name(), Peers.OURS, Figures::cpuMicros),
            median(what, Peers.OURS, Figures::cpuMicros),
            number(results.ratioOfWork(what, shape.name(), Peers.OURS))));
  }

  private String rest() {
    Table table = table("what");
    table.add(
        "start to listening, ms",
        relays.stream().map(relay -> number(relay.startMillis())).toList());
    table.add("memory at rest, MiB", cells(restBytes, 1 << 20));
    table.add("memory of an idle connection, bytes", cells(connectionBytes, 1));
    table.add("join, µs", names().stream().map(name -> cpu(JOIN, name)).toList());
    table.add("join and leave, µs", names().stream().map(name -> cpu(STAY, name)).toList());
    table.add("make a room, µs", names().stream().map(name -> cpu(ROOM, name)).toList());
    return table.toString();
  }

  private String cpu(String what, String name) {
    return median(what, name, Figures::cpuMicros);
  }

  private List<String> cells(Map<String, Double> bytes, double unit) {
    return names().stream().map(name -> number(bytes.getOrDefault(name, 0.0) / unit)).toList();
  }

  /** The figures of the first table, of the first five loads. */
  String drawing() {
    Map<String, Map<String, Double>> groups = new LinkedHashMap<>();
    for (Shape shape : Shape.ALL.subList(0, 5)) {
      Map<String, Double> bars = new LinkedHashMap<>();
      names().forEach(n -> bars.put(n, results.median(shape.name(), n, Figures::cpuMicros)));
      bars.values().removeIf(figure -> figure.isNaN());
      groups.put(shape.name(), bars);
    }
    groups.values().removeIf(Map::isEmpty);
    return Bars.of("Processor time of a delivery, in microseconds", groups, Peers.OURS);
  }
}
