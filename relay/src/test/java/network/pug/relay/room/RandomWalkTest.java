package network.pug.relay.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import network.pug.relay.room.JoinResult.Joined;
import network.pug.relay.room.JoinResult.Refusal;
import network.pug.relay.room.JoinResult.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Thousands of random steps against a model simple enough to be right at sight; after each of them
 * members, timers and lookup entries must agree with it. A failing seed fails again.
 */
class RandomWalkTest {
  private static final int STEPS = 4000;
  private static final int NAMES = 12;

  /** What the model knows of a room. */
  private static final class Expected {
    final long deadline;
    final int capacity;
    final List<Member<String>> members = new ArrayList<>();
    @Nullable Member<String> creator;
    long lastTimestamp;

    Expected(long deadline, int capacity) {
      this.deadline = deadline;
      this.capacity = capacity;
    }
  }

  private final Rooms rooms = new Rooms();
  private final Map<String, Expected> model = new LinkedHashMap<>();
  private long elapsed;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void membersTimersAndLookupAgreeAfterEveryStep(long seed) {
    Random random = new Random(seed);
    for (int step = 0; step < STEPS; step++) {
      step(random, "room" + random.nextInt(NAMES), "seed " + seed + ", step " + step);
    }
    rooms.registry.clear();
    rooms.assertConsistent(0);
  }

  private void step(Random random, String name, String where) {
    Expected expected = model.get(name);
    switch (random.nextInt(10)) {
      case 0, 1 -> {
        if (expected == null) {
          create(random, name);
        }
      }
      case 2, 3, 4 -> join(random, name, expected, where);
      case 5, 6 -> withMember(random, expected, member -> send(name, member, where));
      case 7 -> withMember(random, expected, member -> leave(name, member, where));
      case 8 -> withMember(random, expected, member -> purge(name, member, where));
      default -> moveClocks(random);
    }
    check(where);
  }

  private void create(Random random, String name) {
    int ttl = 1 + random.nextInt(20);
    int capacity = 2 + random.nextInt(4);
    rooms.create(name, ttl, capacity);
    model.put(name, new Expected(elapsed + Duration.ofSeconds(ttl).toNanos(), capacity));
  }

  private void join(Random random, String name, @Nullable Expected expected, String where) {
    boolean rightSecret = random.nextInt(5) > 0;
    Digest secret = rightSecret ? Rooms.SECRET : Rooms.digest("wrong");
    JoinResult<String> result = rooms.registry.join(Rooms.digest(name), secret, where);
    if (expected == null) {
      assertEquals(new Refused<String>(Refusal.ROOM_NOT_FOUND), result, where);
    } else if (elapsed >= expected.deadline) {
      assertEquals(new Refused<String>(Refusal.ROOM_EXPIRED), result, where);
      model.remove(name);
    } else if (expected.members.size() == expected.capacity) {
      assertEquals(new Refused<String>(Refusal.ROOM_FULL), result, where);
    } else if (!rightSecret) {
      assertEquals(new Refused<String>(Refusal.BAD_SECRET), result, where);
    } else {
      Member<String> member = ((Joined<String>) result).member();
      assertEquals(expected.members.isEmpty(), member.creator(), where);
      expected.creator = member.creator() ? member : expected.creator;
      expected.members.add(member);
    }
  }

  private void send(String name, Member<String> member, String where) {
    Expected expected = expected(name);
    OptionalLong timestamp = rooms.registry.send(member);
    if (elapsed >= expected.deadline) {
      assertTrue(timestamp.isEmpty(), where);
      model.remove(name);
    } else {
      assertTrue(timestamp.orElseThrow() > expected.lastTimestamp, where);
      expected.lastTimestamp = timestamp.orElseThrow();
    }
  }

  private void leave(String name, Member<String> member, String where) {
    Expected expected = expected(name);
    expected.members.remove(member);
    assertEquals(!expected.members.isEmpty(), rooms.registry.leave(member), where);
    if (expected.members.isEmpty()) {
      model.remove(name);
    }
  }

  private void purge(String name, Member<String> member, String where) {
    boolean ends = member == expected(name).creator || elapsed >= expected(name).deadline;
    assertEquals(ends, rooms.registry.purge(member), where);
    if (ends) {
      model.remove(name);
    }
  }

  private void moveClocks(Random random) {
    if (random.nextBoolean()) {
      rooms.clock.setWallClock(random.nextLong(4_000_000_000_000L));
    }
    Duration duration = Duration.ofMillis(random.nextInt(3000));
    rooms.clock.advance(duration);
    elapsed += duration.toNanos();
    if (random.nextInt(3) > 0) {
      rooms.registry.expire();
      model.values().removeIf(room -> elapsed >= room.deadline);
    }
  }

  private void check(String where) {
    rooms.assertConsistent(model.size());
    for (int i = 0; i < NAMES; i++) {
      String name = "room" + i;
      Room<String> room = rooms.registry.find(Rooms.digest(name));
      if (room == null) {
        assertNull(model.get(name), where);
      } else {
        assertEquals(expected(name).members, room.members(), where);
        assertFalse(room.members().size() > room.capacity(), where);
      }
    }
    rooms.gone.clear();
  }

  private Expected expected(String name) {
    Expected expected = model.get(name);
    if (expected == null) {
      throw new AssertionError("the model has no " + name);
    }
    return expected;
  }

  private static void withMember(
      Random random,
      @Nullable Expected expected,
      java.util.function.Consumer<Member<String>> step) {
    if (expected != null && !expected.members.isEmpty()) {
      step.accept(expected.members.get(random.nextInt(expected.members.size())));
    }
  }
}
