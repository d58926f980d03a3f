package network.pug.relay.room;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One room: its bounds, its members, its clock. Owned by the thread of its {@link RoomRegistry},
 * which alone changes it.
 *
 * <pre>
 *            create                first join              join, send, leave
 *   (none) ---------&gt; [waiting] ------------&gt; [occupied] &lt;----------------+
 *                         |                     |    |____________________|
 *                         | TTL                 | last leave, TTL, purge
 *                         v                     v
 *                       (gone: no member, no timer, no lookup entry)
 * </pre>
 *
 * <p>The room keeps time by itself: the wall clock as it stood at creation, plus monotonic time
 * since. So its timestamps, its {@link #now} and its {@link #expiresAt} agree with each other
 * however the wall clock is set meanwhile.
 *
 * @param <C> the caller's handle of a connection
 */
public final class Room<C> {
  private final Digest id;
  private final Digest secret;
  private final Clock clock;
  private final long createdNanos;
  private final long createdAt;
  private final int ttl;
  private final int capacity;
  private final List<Member<C>> members = new ArrayList<>(RoomLimits.MIN_CAPACITY);
  private long creatorId;
  private long lastTimestamp;

  Room(Digest id, Digest secret, int ttl, int capacity, Clock clock) {
    this.id = id;
    this.secret = secret;
    this.ttl = ttl;
    this.capacity = capacity;
    this.clock = clock;
    this.createdNanos = clock.nanos();
    this.createdAt = clock.epochMillis();
  }

  /** When it was made, in milliseconds since the Unix epoch. */
  public long createdAt() {
    return createdAt;
  }

  /** When it ends, in milliseconds since the Unix epoch, by {@link #now}'s clock. */
  public long expiresAt() {
    return createdAt + ttl * 1000L;
  }

  /** The room's time, in milliseconds since the Unix epoch. */
  public long now() {
    return createdAt + (clock.nanos() - createdNanos) / 1_000_000;
  }

  /** Its time to live, in seconds. */
  public int ttl() {
    return ttl;
  }

  /** How many members it can hold. */
  public int capacity() {
    return capacity;
  }

  /** Those who are in it, in the order they joined; a live view, changed by the registry alone. */
  public List<Member<C>> members() {
    return Collections.unmodifiableList(members);
  }

  Digest id() {
    return id;
  }

  Digest secret() {
    return secret;
  }

  /** When its time is up, on the clock's monotonic scale. */
  long deadlineNanos() {
    return createdNanos + ttl * 1_000_000_000L;
  }

  boolean isExpired() {
    return clock.nanos() - deadlineNanos() >= 0;
  }

  boolean isFull() {
    return members.size() >= capacity;
  }

  Member<C> admit(long connectionId, String username, C connection) {
    // A room that its last member left is gone, so an empty one was never joined.
    boolean first = members.isEmpty();
    if (first) {
      creatorId = connectionId;
    }
    Member<C> member = new Member<>(this, connectionId, username, first, connection);
    members.add(member);
    return member;
  }

  boolean dismiss(Member<C> member) {
    return members.remove(member);
  }

  /** Takes all members out and returns them. */
  List<Member<C>> dismissAll() {
    List<Member<C>> all = List.copyOf(members);
    members.clear();
    return all;
  }

  /** Whether {@code member}, who is in the room, may purge; in constant time. */
  boolean isCreator(Member<C> member) {
    return (creatorId ^ member.connectionId()) == 0;
  }

  /** The next timestamp: the room's time, but always above the one before. */
  long nextTimestamp() {
    lastTimestamp = Math.max(now(), lastTimestamp + 1);
    return lastTimestamp;
  }

  @Override
  public String toString() {
    return "Room";
  }
}
