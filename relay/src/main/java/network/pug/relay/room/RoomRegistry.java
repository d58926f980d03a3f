package network.pug.relay.room;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import network.pug.relay.room.JoinResult.Joined;
import network.pug.relay.room.JoinResult.Refusal;
import network.pug.relay.room.JoinResult.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The rooms of one thread: the only writer of their members, their timers and their lookup entries.
 * Every method must be called on that thread, and is one step: nobody sees it half done.
 *
 * @param <C> the caller's handle of a connection
 */
public final class RoomRegistry<C> {

  /** Told when a room is gone, on the registry's thread, after every trace of it is removed. */
  @FunctionalInterface
  public interface Listener<C> {
    /**
     * A room is gone.
     *
     * @param ending why
     * @param lastMembers who was still in it, in join order; empty for {@link Ending#EMPTY}
     */
    void roomGone(Ending ending, List<Member<C>> lastMembers);
  }

  private final Map<Digest, Room<C>> rooms = new HashMap<>();
  private final TreeSet<Room<C>> deadlines = new TreeSet<>(RoomRegistry::byDeadline);
  private final Clock clock;
  private final RandomGenerator random;
  private final Alarm alarm;
  private final Quota roomQuota;
  private final Listener<C> listener;

  /**
   * An empty registry.
   *
   * @param random a CSPRNG, for connection ids and names
   * @param alarm wakes {@link #expire}
   * @param roomQuota where a removed room gives its place back
   */
  public RoomRegistry(
      Clock clock, RandomGenerator random, Alarm alarm, Quota roomQuota, Listener<C> listener) {
    this.clock = clock;
    this.random = random;
    this.alarm = alarm;
    this.roomQuota = roomQuota;
    this.listener = listener;
  }

  /**
   * Adds a room nobody is in yet. The caller has taken its place in the room quota.
   *
   * @param id digest of an id that no room has or had
   * @param secret digest of its secret
   * @param ttl seconds to live
   * @param capacity most members at a time
   */
  public Room<C> create(Digest id, Digest secret, int ttl, int capacity) {
    Room<C> room = new Room<>(id, secret, ttl, capacity, clock);
    rooms.put(id, room);
    deadlines.add(room);
    if (deadlines.first() == room) {
      alarm.wakeAfter(room.deadlineNanos() - clock.nanos());
    }
    return room;
  }

  /** Lets {@code connection} into a room, or says which check it failed. */
  public JoinResult<C> join(Digest id, Digest secret, C connection) {
    Room<C> room = rooms.get(id);
    if (room == null) {
      return new Refused<>(Refusal.ROOM_NOT_FOUND);
    }
    if (expireIfDue(room)) {
      return new Refused<>(Refusal.ROOM_EXPIRED);
    }
    if (room.isFull()) {
      return new Refused<>(Refusal.ROOM_FULL);
    }
    if (!room.secret().matches(secret)) {
      return new Refused<>(Refusal.BAD_SECRET);
    }
    return new Joined<>(
        room.admit(random.nextLong(), Names.pick(random, room.members()), connection));
  }

  /**
   * Gives a message its place in the room's order.
   *
   * @return its timestamp, milliseconds since the Unix epoch, strictly increasing within the room;
   *     empty if the room's time was up, and it is now gone
   */
  public OptionalLong send(Member<C> member) {
    Room<C> room = member.room();
    return expireIfDue(room) ? OptionalLong.empty() : OptionalLong.of(room.nextTimestamp());
  }

  /**
   * Takes a member out; the room goes with its last one.
   *
   * @return whether the room goes on, with others to be told
   */
  public boolean leave(Member<C> member) {
    Room<C> room = member.room();
    if (!room.dismiss(member)) {
      return false;
    }
    if (room.members().isEmpty()) {
      remove(room, Ending.EMPTY);
      return false;
    }
    return true;
  }

  /**
   * Removes the member's room, if the member is its creator, or if its time is up anyway.
   *
   * @return false if it is not, and nothing happened
   */
  public boolean purge(Member<C> member) {
    Room<C> room = member.room();
    if (expireIfDue(room)) {
      return true;
    }
    if (!room.isCreator(member)) {
      return false;
    }
    remove(room, Ending.PURGED);
    return true;
  }

  /** Removes the rooms whose time is up, and asks to be woken for the next. */
  public void expire() {
    while (!deadlines.isEmpty()) {
      Room<C> next = deadlines.first();
      if (!expireIfDue(next)) {
        alarm.wakeAfter(next.deadlineNanos() - clock.nanos());
        return;
      }
    }
  }

  /** Removes every room, because the relay is shutting down. */
  public void clear() {
    while (!deadlines.isEmpty()) {
      remove(deadlines.first(), Ending.SHUTDOWN);
    }
  }

  /** How many rooms there are. */
  public int size() {
    return rooms.size();
  }

  /** How many rooms there are, and members: looked up when asked, one room after the other. */
  Census census() {
    return new Census(
        rooms.size(), rooms.values().stream().mapToInt(room -> room.members().size()).sum());
  }

  /** How many rooms wait for their time; always {@link #size}, which the tests hold it to. */
  int timers() {
    return deadlines.size();
  }

  /** The room of an id, for tests that compare the registry with a model. */
  @Nullable Room<C> find(Digest id) {
    return rooms.get(id);
  }

  private boolean expireIfDue(Room<C> room) {
    if (!room.isExpired()) {
      return false;
    }
    remove(room, Ending.EXPIRED);
    return true;
  }

  /**
   * The only way a room ends. Invariant: cleanup removes timers, members and lookup entries
   * together; so all three go before anybody is told.
   */
  private void remove(Room<C> room, Ending ending) {
    if (!rooms.remove(room.id(), room)) {
      return;
    }
    deadlines.remove(room);
    List<Member<C>> lastMembers = room.dismissAll();
    roomQuota.release();
    listener.roomGone(ending, lastMembers);
  }

  /** Rooms with the same deadline are told apart by their ids. Differences: nanos may wrap. */
  private static int byDeadline(Room<?> x, Room<?> y) {
    long later = x.deadlineNanos() - y.deadlineNanos();
    return later != 0 ? Long.signum(later) : Long.compare(x.id().a(), y.id().a());
  }
}
