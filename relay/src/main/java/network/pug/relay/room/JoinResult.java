package network.pug.relay.room;

/** What a join came to. */
public sealed interface JoinResult<C> {

  /** The connection is now {@code member} of its room. */
  record Joined<C>(Member<C> member) implements JoinResult<C> {
    @Override
    public String toString() {
      return "Joined";
    }
  }

  /** The connection stays outside. */
  record Refused<C>(Refusal refusal) implements JoinResult<C> {}

  /** Why a join is refused, in the order in which the registry checks. */
  enum Refusal {
    /** There is no room of that id. */
    ROOM_NOT_FOUND,
    /** Its time is up, and it has been removed this instant. */
    ROOM_EXPIRED,
    /** All its places are taken. */
    ROOM_FULL,
    /** The secret is not the room's. */
    BAD_SECRET
  }
}
