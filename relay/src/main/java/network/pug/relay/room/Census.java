package network.pug.relay.room;

/** How many rooms there are, and members in them, at about one time. */
public record Census(int rooms, int members) {
  /** Both together. */
  Census plus(Census other) {
    return new Census(rooms + other.rooms, members + other.members);
  }
}
