package network.pug.protocol;

/**
 * What an {@code error} message can say, with a sentence for people (spec/protocol.md, section 6).
 */
public enum ErrorCode {
  /** No such room, or it has expired or was purged. */
  ROOM_NOT_FOUND("room-not-found", "There is no such room."),
  /** The room is over, but not yet removed. */
  ROOM_EXPIRED("room-expired", "The room has expired."),
  /** As many members as the room's capacity allows. */
  ROOM_FULL("room-full", "The room is full."),
  /** Not the room's secret, whatever its form. */
  BAD_SECRET("bad-secret", "The room secret is wrong."),
  /** No control message of the protocol, or an empty binary message. */
  MALFORMED("malformed", "The message is malformed."),
  /** A chat message or a purge before a join. */
  NOT_JOINED("not-joined", "Join a room first."),
  /** A second join. */
  ALREADY_JOINED("already-joined", "This connection has joined a room already."),
  /** A purge by another than the creator; the only error that leaves the connection open. */
  NOT_CREATOR("not-creator", "Only the room's creator may purge it."),
  /** No join within 10 s of the handshake. */
  JOIN_TIMEOUT("join-timeout", "No room was joined in time."),
  /** A bound of the whole relay is reached. */
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
