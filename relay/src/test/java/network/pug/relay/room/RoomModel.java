package network.pug.relay.room;

import java.util.LinkedHashSet;
import java.util.Set;

/** A room for two that nobody has joined, so simple that it is right at sight. */
final class RoomModel {
  private final Set<Integer> members = new LinkedHashSet<>();
  private boolean open = true;
  private int creator;

  /** What a join comes to. */
  Object join(int who) {
    if (!open) {
      return "ROOM_NOT_FOUND";
    }
    if (members.size() == 2) {
      return "ROOM_FULL";
    }
    if (members.isEmpty()) {
      creator = who;
    }
    members.add(who);
    return creator == who ? "creator" : "member";
  }

  /** Whether the room goes on. */
  Object leave(int who) {
    boolean left = members.remove(who);
    open &= !left || !members.isEmpty();
    return left && open;
  }

  /** Whether the purge is obeyed. */
  Object purge(int who) {
    boolean may = creator == who && members.contains(who);
    return may && (boolean) expire();
  }

  /** The room's time is up. */
  Object expire() {
    open = false;
    members.clear();
    return true;
  }

  boolean isOpen() {
    return open;
  }
}
