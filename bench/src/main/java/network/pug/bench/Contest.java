package network.pug.bench;

import java.time.Duration;
import java.util.List;
import network.pug.bench.load.Figures;
import network.pug.bench.load.Generator;
import network.pug.bench.load.Load;
import network.pug.bench.load.Target;
import network.pug.bench.peer.Running;
import org.jspecify.annotations.Nullable;

/** Lets relays take turns at work, and says what went wrong. For one thread. */
final class Contest {
  private static final Duration WARM = Duration.ofMillis(300);
  private static final Duration LENGTH = Duration.ofSeconds(1);

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

  /** Members who talk. */
  static Work talk(Load load) {
    return talk(load, WARM, LENGTH);
  }

  /** The same, for as long as is said. */
  static Work talk(Load load, Duration warm, Duration length) {
    return (generator, target) -> generator.talk(target, load, warm, length);
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
    Turn turn = Turn.take();
    try {
      Figures figures = work.on(generator, target);
      if (figures.ok()) {
        results.add(what, name, round, figures);
      } else {
        complain(what, name, figures.faults());
      }
    } catch (IllegalStateException e) {
      complain(what, name, e.getMessage());
    } finally {
      turn.end();
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
