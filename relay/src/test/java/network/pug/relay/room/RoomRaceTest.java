package network.pug.relay.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.function.Supplier;
import network.pug.relay.Race;
import network.pug.relay.room.JoinResult.Joined;
import network.pug.relay.room.JoinResult.Refused;
import network.pug.relay.room.RoomDirectory.Shard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Rooms as they are reached: a place is reserved on any thread, all else runs on the thread of the
 * shard. Whatever is done at once must come to what {@link RoomModel} says of the same, done in the
 * order in which the shard did it; and members, timers, lookup entries and quota agree after it.
 */
class RoomRaceTest {
  private static final int ROUNDS = 1500;
  private static final int THREADS = 6;
  private static final int TTL = 60;
  private static final int MAX_ROOMS = 3;

  /** What was done, what came of it, and what the model must say to it. */
  private record Step(String name, Object result, Supplier<Object> model) {}

  /** Time that stands, and that nobody may ask for but the shard: all that a room does asks. */
  private final class ShardClock implements Clock {
    final ManualClock time = new ManualClock();

    @Override
    public long nanos() {
      assertEquals(shardThread, Thread.currentThread(), "the thread that a room is touched by");
      return time.nanos();
    }

    @Override
    public long epochMillis() {
      return time.epochMillis();
    }
  }

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Thread shardThread =
      CompletableFuture.supplyAsync(Thread::currentThread, thread).join();

  /** A shard, a model, and the order in which the shard did things. */
  private final class Round {
    final ShardClock clock = new ShardClock();
    final Quota quota = new Quota(MAX_ROOMS);
    final RoomModel model = new RoomModel();
    final List<Step> steps = new ArrayList<>();
    final Map<Integer, Member<Integer>> members = new HashMap<>();
    final RoomRegistry<Integer> registry =
        new RoomRegistry<>(clock, new Random(1), nanos -> {}, quota, (ending, last) -> {});
    final RoomDirectory<Integer> directory =
        new RoomDirectory<>(
            List.of(new Shard<>(registry, thread)), new RoomLimits(1, TTL, TTL, 6, 2), quota);

    boolean create(int id) {
      if (!directory.reserve()) {
        return false;
      }
      directory
          .create(
              new Digest(id, id, id, id), Rooms.SECRET, OptionalLong.empty(), OptionalLong.of(2))
          .join();
      return true;
    }

    /** Does something on the shard's thread. */
    void step(String name, Supplier<Object> action, Supplier<Object> model) {
      CompletableFuture.runAsync(() -> steps.add(new Step(name, action.get(), model)), thread)
          .join();
    }

    Object join(int who) {
      return switch (registry.join(new Digest(0, 0, 0, 0), Rooms.SECRET, who)) {
        case Joined<Integer>(Member<Integer> member) -> {
          members.put(who, member);
          yield member.creator() ? "creator" : "member";
        }
        case Refused<Integer>(JoinResult.Refusal refusal) -> refusal.name();
      };
    }

    boolean ifMember(int who, Predicate<Member<Integer>> action) {
      Member<Integer> member = members.get(who);
      return member != null && member.room().members().contains(member) && action.test(member);
    }

    /** Somebody joins, and leaves or purges, as chance will have it. */
    void visit(int who, int kind) {
      step("join " + who, () -> join(who), () -> model.join(who));
      if (kind == 0) {
        step("purge " + who, () -> ifMember(who, registry::purge), () -> model.purge(who));
      } else if (kind == 1) {
        step("leave " + who, () -> ifMember(who, registry::leave), () -> model.leave(who));
      }
    }

    Object expire() {
      clock.time.advance(Duration.ofSeconds(TTL));
      registry.expire();
      return true;
    }
  }

  @AfterEach
  void end() {
    thread.close();
  }

  @Test
  void whatIsDoneAtOnceComesToWhatItComesToInTurn() throws Exception {
    Random random = new Random(1);
    try (Race race = new Race(THREADS)) {
      for (int i = 0; i < ROUNDS; i++) {
        Round round = new Round();
        assertTrue(round.create(0));
        List<Callable<Object>> actions = new ArrayList<>();
        for (int who = 1; who <= 4; who++) {
          actions.add(visit(round, who, random.nextInt(3)));
        }
        actions.add(
            random.nextInt(4) > 0
                ? visit(round, 5, random.nextInt(3))
                : () -> {
                  round.step("expire", round::expire, round.model::expire);
                  return true;
                });
        actions.add(
            () -> {
              boolean one = round.create(1);
              return round.create(2) && one;
            });
        List<Object> results = race.run(actions);
        assertEquals(true, results.getLast(), "a place that is free is given");
        check(round, "round " + i);
      }
    }
  }

  private static Callable<Object> visit(Round round, int who, int kind) {
    return () -> {
      round.visit(who, kind);
      return true;
    };
  }

  private static void check(Round round, String where) {
    StringBuilder told = new StringBuilder(where);
    for (Step step : round.steps) {
      told.append(", ").append(step.name).append(" -> ").append(step.result);
      assertEquals(step.model.get(), step.result, told::toString);
    }
    assertEquals(round.registry.size(), round.registry.timers(), told::toString);
    assertEquals(round.registry.size(), round.quota.used(), told::toString);
    boolean found = round.registry.find(new Digest(0, 0, 0, 0)) != null;
    assertEquals(round.model.isOpen(), found, told::toString);
  }
}
