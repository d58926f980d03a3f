package network.pug.relay.room;

/**
 * One live connection in a room. Owned by the room's thread.
 *
 * @param <C> the caller's handle of the connection, opaque to the rooms
 */
public final class Member<C> {
  private final Room<C> room;
  private final long connectionId;
  private final String username;
  private final boolean creator;
  private final C connection;

  Member(Room<C> room, long connectionId, String username, boolean creator, C connection) {
    this.room = room;
    this.connectionId = connectionId;
    this.username = username;
    this.creator = creator;
    this.connection = connection;
  }

  /** The room it joined; a member belongs to one room for all its life. */
  public Room<C> room() {
    return room;
  }

  /** Random, and meaningless outside this connection's life. */
  public long connectionId() {
    return connectionId;
  }

  /** The friendly name the registry gave it: two words and a space between. */
  public String username() {
    return username;
  }

  /** Whether it was the first to join. */
  public boolean creator() {
    return creator;
  }

  /** What the caller of {@link RoomRegistry#join} gave. */
  public C connection() {
    return connection;
  }

  @Override
  public String toString() {
    return "Member";
  }
}
