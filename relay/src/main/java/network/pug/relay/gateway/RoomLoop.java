package network.pug.relay.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.random.RandomGenerator;
import network.pug.relay.room.Clock;
import network.pug.relay.room.Ending;
import network.pug.relay.room.Member;
import network.pug.relay.room.Quota;
import network.pug.relay.room.Room;
import network.pug.relay.room.RoomRegistry;
import org.jspecify.annotations.Nullable;

/**
 * An event loop and the rooms that live on it: tells the members of a room what happens there, each
 * frame made once for all of them, and writes to each connection once a turn of the loop, or a
 * little more often where much is said.
 */
final class RoomLoop {
  /**
   * Of so many rooms messages wait for the end of a turn: beyond that, what belongs to the first
   * has left the processor's caches.
   */
  static final int MAX_BURSTS = 64;

  private final EventLoop eventLoop;
  private final RoomRegistry<Connection> registry;
  private final LinkedHashMap<Room<Connection>, Burst> bursts = new LinkedHashMap<>();
  private List<Connection> unflushed = new ArrayList<>();
  private List<Connection> spare = new ArrayList<>();
  private boolean ending;

  /**
   * An event loop without a room.
   *
   * @param roomEnded run after the members of a room that is gone were told
   */
  RoomLoop(
      EventLoop eventLoop,
      Clock clock,
      RandomGenerator random,
      Quota roomQuota,
      Runnable roomEnded) {
    this.eventLoop = eventLoop;
    this.registry =
        new RoomRegistry<>(
            clock,
            random,
            new LoopAlarm(eventLoop, this::expire),
            roomQuota,
            (ending, lastMembers) -> {
              roomGone(ending, lastMembers);
              roomEnded.run();
            });
  }

  EventLoop eventLoop() {
    return eventLoop;
  }

  RoomRegistry<Connection> registry() {
    return registry;
  }

  /**
   * Gives a message to all members of a room, at the end of this turn, or when the room has much to
   * say or many rooms have something.
   *
   * @param payload stays the caller's
   */
  void relay(Member<Connection> sender, long timestamp, ByteBufAllocator alloc, ByteBuf payload) {
    Room<Connection> room = sender.room();
    Burst burst = bursts.get(room);
    if (burst == null) {
      burst = new Burst();
      bursts.put(room, burst);
      endTurnLater();
    }
    burst.add(alloc, sender.connectionId(), timestamp, payload);
    if (burst.isFull()) {
      handOut(room);
      flushAll();
    } else if (bursts.size() == MAX_BURSTS) {
      handOutAndFlush();
    }
  }

  /** Gives the members of a room the messages that wait for the end of the turn. */
  void handOut(Room<Connection> room) {
    handOut(room, room.members());
  }

  /** The same for all rooms: whoever comes from here on gets nothing of it. */
  void handOutAll() {
    while (!bursts.isEmpty()) {
      handOut(bursts.firstEntry().getKey());
    }
  }

  /**
   * Tells the members of a room what has happened, behind the messages that came before.
   *
   * @param except a member who is not told; null for none
   * @param frame released here
   */
  void broadcast(Room<Connection> room, @Nullable Member<Connection> except, ByteBuf frame) {
    handOut(room);
    give(room.members(), except, frame);
  }

  /** Flushes {@code connection} at the end of this turn. */
  void flushLater(Connection connection) {
    unflushed.add(connection);
    endTurnLater();
  }

  private void handOut(Room<Connection> room, List<Member<Connection>> members) {
    Burst burst = bursts.remove(room);
    if (burst != null) {
      give(members, null, burst.take());
    }
  }

  private static void give(
      List<Member<Connection>> members, @Nullable Member<Connection> except, ByteBuf frames) {
    List<Connection> slow = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      Connection connection = members.get(i).connection();
      if (members.get(i) != except && !connection.offer(frames.retainedDuplicate())) {
        slow.add(connection);
      }
    }
    frames.release();
    // Not before everybody has the frames: whoever is cut off leaves, and that is told behind them.
    slow.forEach(connection -> connection.guard(connection::cutOff));
  }

  private void endTurnLater() {
    if (!ending) {
      ending = true;
      eventLoop.execute(this::endTurn);
    }
  }

  private void endTurn() {
    try {
      handOutAndFlush();
      flushAll();
    } finally {
      ending = false;
      if (!(bursts.isEmpty() && unflushed.isEmpty())) {
        endTurnLater();
      }
    }
  }

  private void handOutAndFlush() {
    while (!bursts.isEmpty()) {
      handOut(bursts.firstEntry().getKey());
      flushAll(); // while what belongs to these connections is near the processor
    }
  }

  private void flushAll() {
    List<Connection> now = unflushed;
    unflushed = spare;
    for (int i = 0; i < now.size(); i++) {
      Connection connection = now.get(i);
      connection.guard(connection::flush);
    }
    now.clear();
    spare = now;
  }

  private void expire() {
    registry.expire();
  }

  private void roomGone(Ending ending, List<Member<Connection>> lastMembers) {
    if (!lastMembers.isEmpty()) {
      handOut(lastMembers.getFirst().room(), lastMembers);
    }
    for (Member<Connection> member : lastMembers) {
      Connection connection = member.connection();
      connection.guard(
          () -> {
            switch (ending) {
              case EXPIRED -> connection.roomGone(Event.RoomExpired.TTL);
              case PURGED -> connection.roomGone(Event.RoomExpired.PURGED);
              case SHUTDOWN -> connection.shutDown();
              case EMPTY -> throw new IllegalStateException("an empty room has no members");
            }
          });
    }
  }
}
