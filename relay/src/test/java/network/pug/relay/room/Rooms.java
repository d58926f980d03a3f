package network.pug.relay.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import network.pug.relay.room.JoinResult.Joined;
import network.pug.relay.room.JoinResult.Refusal;
import network.pug.relay.room.JoinResult.Refused;

/** A registry whose time and chance are in the test's hand; connections are plain strings. */
final class Rooms {
  record Gone(Ending ending, List<String> lastMembers) {}

  static final Digest SECRET = digest("secret");

  final ManualClock clock = new ManualClock();
  final Quota quota = new Quota(1000);
  final List<Gone> gone = new ArrayList<>();
  final List<Long> alarms = new ArrayList<>();
  final RoomRegistry<String> registry =
      new RoomRegistry<>(
          clock,
          new Random(7),
          alarms::add,
          quota,
          (ending, last) ->
              gone.add(new Gone(ending, last.stream().map(Member::connection).toList())));

  static Digest digest(String text) {
    return Digest.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Makes a room; its id is the digest of {@code name}. */
  Room<String> create(String name, int ttl, int capacity) {
    quota.tryAcquire();
    return registry.create(digest(name), SECRET, ttl, capacity);
  }

  Member<String> join(String room, String connection) {
    return switch (registry.join(digest(room), SECRET, connection)) {
      case Joined<String>(Member<String> member) -> member;
      case Refused<String> refused -> throw new AssertionError(refused);
    };
  }

  void assertRefused(Refusal refusal, String room, Digest secret) {
    assertEquals(new Refused<String>(refusal), registry.join(digest(room), secret, "refused"));
  }

  /** Members, timers, lookup entries and the quota all speak of the same rooms. */
  void assertConsistent(int rooms) {
    assertEquals(rooms, registry.size(), "lookup entries");
    assertEquals(rooms, registry.timers(), "timers");
    assertEquals(rooms, quota.used(), "quota");
  }
}
