package network.pug.protocol;

/** What an {@code error} message can say, with a sentence for people. */
public enum ErrorCode {
  ROOM_NOT_FOUND("room-not-found", "There is no such room."),
  ROOM_EXPIRED("room-expired", "The room has expired."),
  ROOM_FULL("room-full", "The room is full."),
  BAD_SECRET("bad-secret", "The room secret is wrong."),
  MALFORMED("malformed", "The message is malformed."),
  NOT_JOINED("not-joined", "Join a room first."),
  ALREADY_JOINED("already-joined", "This connection has joined a room already."),
  NOT_CREATOR("not-creator", "Only the room's creator may purge it."),
  JOIN_TIMEOUT("join-timeout", "No room was joined in time."),
  OVERLOADED("overloaded", "The relay is full. Try again later.");

  private final String wireName;
  private final String sentence;

  ErrorCode(String wireName, String sentence) {
    this.wireName = wireName;
    this.sentence = sentence;
  }

  /** The code as it stands on the wire. */
  public String wireName() {
    return wireName;
  }

  /** An English sentence that says what is wrong. */
  public String sentence() {
    return sentence;
  }
}
