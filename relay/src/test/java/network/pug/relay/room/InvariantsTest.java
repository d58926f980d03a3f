package network.pug.relay.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import network.pug.relay.room.JoinResult.Joined;
import network.pug.relay.room.JoinResult.Refusal;
import org.junit.jupiter.api.Test;

/** The invariants that the registry keeps, each under its own name. */
class InvariantsTest {
  private final Rooms rooms = new Rooms();

  @Test
  void aRoomMustNotOutliveItsTtl() {
    Room<String> room = rooms.create("r", 60, 3);
    Member<String> ann = rooms.join("r", "ann");
    rooms.clock.advance(Duration.ofSeconds(60).minusNanos(1));
    assertTrue(rooms.registry.send(ann).isPresent());
    rooms.clock.advance(Duration.ofNanos(1));
    // No timer has fired; still nobody joins, sends or stays.
    rooms.assertRefused(Refusal.ROOM_EXPIRED, "r", Rooms.SECRET);
    assertTrue(rooms.registry.send(ann).isEmpty());
    assertTrue(room.members().isEmpty());
    assertEquals(List.of(new Rooms.Gone(Ending.EXPIRED, List.of("ann"))), rooms.gone);
    rooms.assertConsistent(0);
  }

  @Test
  void capacityMustBeEnforcedAtJoinTimeNotAfterBroadcast() {
    Room<String> room = rooms.create("r", 60, 2);
    rooms.join("r", "ann");
    rooms.join("r", "ben");
    rooms.assertRefused(Refusal.ROOM_FULL, "r", Rooms.SECRET);
    // The refused one was never among those who are told of anything.
    assertEquals(List.of("ann", "ben"), room.members().stream().map(Member::connection).toList());
  }

  @Test
  void cleanupMustRemoveTimersMembersAndLookupEntriesTogether() {
    for (Ending ending : Ending.values()) {
      assertEquals(List.of(ending), endedTogether(ending));
    }
  }

  /** Ends a room, and looks at the registry in the very moment in which the end is told. */
  private static List<Ending> endedTogether(Ending ending) {
    List<Ending> told = new ArrayList<>();
    ManualClock clock = new ManualClock();
    Quota quota = new Quota(1);
    List<RoomRegistry<String>> self = new ArrayList<>();
    Digest id = Rooms.digest("r");
    RoomRegistry<String> registry =
        new RoomRegistry<>(
            clock,
            new Random(1),
            nanos -> {},
            quota,
            (why, lastMembers) -> {
              RoomRegistry<String> now = self.getFirst();
              assertEquals(0, now.timers(), "timers");
              assertEquals(0, now.size(), "lookup entries");
              assertNull(now.find(id), "lookup");
              assertEquals(0, quota.used(), "place");
              for (Member<String> member : lastMembers) {
                assertTrue(member.room().members().isEmpty(), "members");
              }
              told.add(why);
            });
    self.add(registry);
    quota.tryAcquire();
    registry.create(id, Rooms.SECRET, 60, 2);
    if (registry.join(id, Rooms.SECRET, "ann") instanceof Joined<String>(Member<String> ann)) {
      switch (ending) {
        case EMPTY -> registry.leave(ann);
        case PURGED -> registry.purge(ann);
        case SHUTDOWN -> registry.clear();
        case EXPIRED -> {
          clock.advance(Duration.ofSeconds(60));
          registry.expire();
        }
      }
    }
    return told;
  }
}
