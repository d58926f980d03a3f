package network.pug.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import network.pug.bench.load.Figures;
import network.pug.bench.load.Generator;
import network.pug.bench.load.Load;
import network.pug.bench.load.Meter;
import network.pug.bench.load.Target;
import network.pug.bench.peer.Running;
import org.jspecify.annotations.Nullable;

/** Lets relays take turns at work, and says what went wrong. For one thread. */
final class Contest {
  private static final Duration WARM = Duration.ofMillis(300);
  private static final Duration LENGTH = Duration.ofSeconds(1);

  /** For the slowest of a thousand messages. */
  private static final Duration PACED_LENGTH = Duration.ofSeconds(4);

  /**
   * Of processor time, at each kind of work: coming and going takes so much until it is compiled.
   */
  private static final double COMPILED_MICROS = 6e6;

  private static final double SEEN_MICROS = 5e5;

  /** As often as a relay is asked to warm up, though it takes less. */
  private static final int MAX_WARMING = 12;

  private final Generator generator;
  private final Results results = new Results();
  private boolean ok = true;

  Contest(Generator generator) {
    this.generator = generator;
  }

  /** Something for a relay to do. */
  @FunctionalInterface
  interface Work {
    /** Has it done. */
    Figures on(Generator generator, Target target) throws InterruptedException;
  }

  /** Rooms are made, and members join them. */
  static final Work JOIN = (generator, target) -> generator.join(target, 250, 6, () -> {});

  /** Members come and go. */
  static final Work STAY =
      (generator, target) -> generator.churn(target, 50, WARM, Duration.ofMillis(700));

  /** Members who talk. */
  static Work talk(Load load) {
    Duration length = load.isPaced() ? PACED_LENGTH : LENGTH;
    return (generator, target) -> generator.talk(target, load, WARM, length);
  }

  /**
   * Has relays work until they have taken as much processor time as compiling takes: where code is
   * compiled while it is used, ours and the generator's too, it is slow at first.
   */
  void warm(List<Running> relays) throws InterruptedException {
    List<Work> all =
        new ArrayList<>(List.of(talk(Shape.SIXES.load()), talk(Shape.BUSY_SIXES.load())));
    all.addAll(List.of(JOIN, STAY));
    for (Running relay : relays) {
      boolean ours = relay.target().dialect().makesRooms();
      for (Work work : all) {
        double micros = 0;
        for (int i = 0; micros < (ours ? COMPILED_MICROS : SEEN_MICROS) && i < MAX_WARMING; i++) {
          Meter.Cpu before = relay.target().meter().cpu();
          once(0, "warming up", relay.peer().name(), relay.target(), work);
          micros += relay.target().meter().cpu().since(before).micros();
        }
      }
    }
  }

  /** Has a piece of work done by each of some relays, one after the other. */
  void round(int round, String what, List<Running> relays, Work work) throws InterruptedException {
    for (Running relay : relays) {
      once(round, what, relay.peer().name(), relay.target(), work);
    }
  }

  /** Has a piece of work done by one, under a name. */
  void once(int round, String what, String name, Target target, Work work)
      throws InterruptedException {
    try {
      Figures figures = work.on(generator, target);
      if (figures.ok()) {
        results.add(what, name, round, figures);
      } else {
        complain(what, name, figures.faults());
      }
    } catch (IllegalStateException e) {
      complain(what, name, e.getMessage());
    }
  }

  private void complain(String what, String relay, @Nullable Object why) {
    ok = false;
    Bench.say("NOT OK: " + relay + ", " + what + ": " + why);
  }

  Results results() {
    return results;
  }

  /** True if every delivery of every run was right. */
  boolean ok() {
    return ok;
  }
}
