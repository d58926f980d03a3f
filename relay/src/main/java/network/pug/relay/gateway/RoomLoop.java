package network.pug.relay.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
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
 * frame made once for all of them, and flushes each connection once a turn of the loop.
 */
final class RoomLoop {
  private final EventLoop eventLoop;
  private final RoomRegistry<Connection> registry;
  private List<Connection> unflushed = new ArrayList<>();
  private List<Connection> spare = new ArrayList<>();

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
   * Gives a frame to the members of a room.
   *
   * @param except a member who does not get it; null for none
   * @param frame released here
   */
  void broadcast(Room<Connection> room, @Nullable Member<Connection> except, ByteBuf frame) {
    List<Member<Connection>> members = room.members();
    List<Connection> slow = List.of();
    for (int i = 0; i < members.size(); i++) {
      Connection connection = members.get(i).connection();
      if (members.get(i) != except && !connection.offer(frame.retainedDuplicate())) {
        slow = slow.isEmpty() ? new ArrayList<>() : slow;
        slow.add(connection);
      }
    }
    frame.release();
    // Not before everybody has the frame: whoever is cut off leaves, and that is told behind it.
    slow.forEach(Connection::cutOff);
  }

  /** Flushes {@code connection} at the end of this turn. */
  void flushLater(Connection connection) {
    if (unflushed.isEmpty()) {
      eventLoop.execute(this::flushAll);
    }
    unflushed.add(connection);
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

  private static void roomGone(Ending ending, List<Member<Connection>> lastMembers) {
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
