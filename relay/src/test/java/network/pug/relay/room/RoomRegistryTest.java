package network.pug.relay.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import network.pug.relay.room.JoinResult.Refusal;
import network.pug.relay.room.Rooms.Gone;
import org.junit.jupiter.api.Test;

class RoomRegistryTest {
  private static final Digest WRONG = Rooms.digest("wrong");

  private final Rooms rooms = new Rooms();

  @Test
  void anUnknownRoomIsNotFound() {
    rooms.assertRefused(Refusal.ROOM_NOT_FOUND, "nowhere", Rooms.SECRET);
  }

  @Test
  void expiryIsCheckedBeforeCapacityAndCapacityBeforeTheSecret() {
    rooms.create("r", 60, 2);
    rooms.join("r", "ann");
    rooms.assertRefused(Refusal.BAD_SECRET, "r", WRONG);
    rooms.join("r", "ben");
    rooms.assertRefused(Refusal.ROOM_FULL, "r", WRONG);
    rooms.clock.advance(Duration.ofSeconds(60));
    rooms.assertRefused(Refusal.ROOM_EXPIRED, "r", WRONG);
    rooms.assertRefused(Refusal.ROOM_NOT_FOUND, "r", WRONG);
  }

  @Test
  void aRefusedJoinTakesNoPlaceAndMakesNoCreator() {
    Room<String> room = rooms.create("r", 60, 2);
    rooms.assertRefused(Refusal.BAD_SECRET, "r", WRONG);
    assertTrue(room.members().isEmpty());
    assertTrue(rooms.join("r", "ann").creator());
  }

  @Test
  void theFirstToJoinIsTheCreatorAndNobodyElse() {
    rooms.create("r", 60, 3);
    assertTrue(rooms.join("r", "ann").creator());
    assertFalse(rooms.join("r", "ben").creator());
  }

  @Test
  void onlyTheCreatorPurges() {
    rooms.create("r", 60, 2);
    Member<String> ann = rooms.join("r", "ann");
    Member<String> ben = rooms.join("r", "ben");
    assertFalse(rooms.registry.purge(ben));
    rooms.assertConsistent(1);
    assertTrue(rooms.registry.purge(ann));
    assertEquals(List.of(new Gone(Ending.PURGED, List.of("ann", "ben"))), rooms.gone);
    rooms.assertConsistent(0);
  }

  @Test
  void aPurgeThatComesTooLateFindsTheRoomExpired() {
    rooms.create("r", 60, 2);
    Member<String> ann = rooms.join("r", "ann");
    rooms.clock.advance(Duration.ofSeconds(60));
    assertTrue(rooms.registry.purge(ann));
    assertEquals(List.of(new Gone(Ending.EXPIRED, List.of("ann"))), rooms.gone);
  }

  @Test
  void theRightToPurgeLeavesWithTheCreatorAndIsNotHandedOn() {
    rooms.create("r", 60, 3);
    Member<String> ann = rooms.join("r", "ann");
    Member<String> ben = rooms.join("r", "ben");
    assertTrue(rooms.registry.leave(ann));
    Member<String> annAgain = rooms.join("r", "ann");
    assertFalse(annAgain.creator());
    assertFalse(rooms.registry.purge(annAgain));
    assertFalse(rooms.registry.purge(ben));
  }

  @Test
  void aRoomGoesWithItsLastMember() {
    rooms.create("r", 60, 2);
    Member<String> ann = rooms.join("r", "ann");
    Member<String> ben = rooms.join("r", "ben");
    assertTrue(rooms.registry.leave(ann));
    assertFalse(rooms.registry.leave(ben));
    assertEquals(List.of(new Gone(Ending.EMPTY, List.of())), rooms.gone);
    rooms.assertConsistent(0);
    rooms.assertRefused(Refusal.ROOM_NOT_FOUND, "r", Rooms.SECRET);
  }

  @Test
  void leavingTwiceIsLeavingOnce() {
    rooms.create("r", 60, 3);
    Member<String> ann = rooms.join("r", "ann");
    rooms.join("r", "ben");
    assertTrue(rooms.registry.leave(ann));
    assertFalse(rooms.registry.leave(ann));
    rooms.assertConsistent(1);
  }

  @Test
  void aRoomNobodyHasJoinedLivesUntilItsTimeIsUp() {
    rooms.create("r", 60, 2);
    rooms.clock.advance(Duration.ofSeconds(59));
    rooms.registry.expire();
    rooms.assertConsistent(1);
    rooms.clock.advance(Duration.ofSeconds(1));
    rooms.registry.expire();
    rooms.assertConsistent(0);
    assertEquals(List.of(new Gone(Ending.EXPIRED, List.of())), rooms.gone);
  }

  @Test
  void aPlaceThatAMemberLeavesIsFree() {
    rooms.create("r", 60, 2);
    rooms.join("r", "ann");
    Member<String> ben = rooms.join("r", "ben");
    rooms.assertRefused(Refusal.ROOM_FULL, "r", Rooms.SECRET);
    rooms.registry.leave(ben);
    rooms.join("r", "cyd");
  }

  @Test
  void whoComesBackIsSomebodyNew() {
    rooms.create("r", 60, 2);
    rooms.join("r", "ann");
    Member<String> ben = rooms.join("r", "ben");
    rooms.registry.leave(ben);
    assertNotEquals(ben.connectionId(), rooms.join("r", "ben").connectionId());
  }

  @Test
  void namesAreTwoWordsAndUniqueWithinARoom() {
    Room<String> room = rooms.create("r", 60, RoomLimits.MOST_CAPACITY);
    IntStream.range(0, RoomLimits.MOST_CAPACITY).forEach(i -> rooms.join("r", "c" + i));
    List<String> names = room.members().stream().map(Member::username).toList();
    assertEquals(RoomLimits.MOST_CAPACITY, names.stream().distinct().count());
    assertTrue(names.stream().allMatch(name -> name.matches("[A-Z][a-z]+ [A-Z][a-z]+")));
  }

  @Test
  void timestampsStrictlyIncreaseWhileTheClockStandsStill() {
    Room<String> room = rooms.create("r", 60, 2);
    Member<String> ann = rooms.join("r", "ann");
    long first = rooms.registry.send(ann).orElseThrow();
    assertEquals(room.createdAt(), first);
    assertEquals(OptionalLong.of(first + 1), rooms.registry.send(ann));
    assertEquals(OptionalLong.of(first + 2), rooms.registry.send(ann));
    rooms.clock.advance(Duration.ofMillis(500));
    assertEquals(OptionalLong.of(first + 500), rooms.registry.send(ann));
  }

  @Test
  void aJumpOfTheWallClockNeitherEndsNorProlongsARoomNorMovesItsTimes() {
    Room<String> room = rooms.create("r", 60, 2);
    Member<String> ann = rooms.join("r", "ann");
    rooms.clock.setWallClock(room.createdAt() + Duration.ofDays(400).toMillis());
    rooms.registry.expire();
    assertEquals(OptionalLong.of(room.createdAt()), rooms.registry.send(ann));
    rooms.clock.setWallClock(0);
    rooms.clock.advance(Duration.ofSeconds(59));
    assertEquals(room.createdAt() + 59_000, room.now());
    assertTrue(rooms.registry.send(ann).isPresent());
    rooms.clock.advance(Duration.ofSeconds(1));
    assertEquals(room.expiresAt(), room.now());
    assertTrue(rooms.registry.send(ann).isEmpty());
    rooms.assertConsistent(0);
  }

  @Test
  void aTimerThatFiresEarlyEndsNothingAndIsSetAgain() {
    rooms.create("r", 60, 2);
    rooms.clock.advance(Duration.ofSeconds(60).minusNanos(1));
    rooms.registry.expire();
    rooms.assertConsistent(1);
    assertEquals(List.of(Duration.ofMinutes(1).toNanos(), 1L), rooms.alarms);
  }

  @Test
  void oneAlarmServesAllRoomsAndIsSetForTheEarliest() {
    rooms.create("a", 600, 2);
    rooms.create("b", 900, 2);
    rooms.create("c", 60, 2);
    assertEquals(
        List.of(Duration.ofMinutes(10).toNanos(), Duration.ofMinutes(1).toNanos()), rooms.alarms);
    rooms.clock.advance(Duration.ofSeconds(60));
    rooms.registry.expire();
    rooms.assertConsistent(2);
    assertEquals(Duration.ofMinutes(9).toNanos(), rooms.alarms.getLast());
  }

  @Test
  void roomsOfTheSameInstantEachHaveTheirTimer() {
    IntStream.range(0, 500).forEach(i -> rooms.create("r" + i, 60, 2));
    rooms.assertConsistent(500);
    rooms.clock.advance(Duration.ofSeconds(60));
    rooms.registry.expire();
    rooms.assertConsistent(0);
  }

  @Test
  void clearingEndsEveryRoom() {
    rooms.create("a", 60, 2);
    rooms.create("b", 90, 2);
    rooms.join("b", "ann");
    rooms.registry.clear();
    rooms.assertConsistent(0);
    assertEquals(
        List.of(new Gone(Ending.SHUTDOWN, List.of()), new Gone(Ending.SHUTDOWN, List.of("ann"))),
        rooms.gone);
  }
}
