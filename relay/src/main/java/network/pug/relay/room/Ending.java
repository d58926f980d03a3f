package network.pug.relay.room;

/** Why a room is gone. */
public enum Ending {
  /** The last member left. */
  EMPTY,
  /** It reached its time to live. */
  EXPIRED,
  /** Its creator purged it. */
  PURGED,
  /** The relay is shutting down. */
  SHUTDOWN
}
