package network.pug.e2e.support;

/** The times of spec/protocol.md that a test may shorten; section 8 gives their values. */
public enum Patience {
  /** For a header section to be complete. */
  HEADER,
  /** For a body to be complete. */
  BODY,
  /** Until a client has taken an answer. */
  ANSWER,
  /** From the handshake to the join. */
  JOIN,
  /** Of silence, until a ping. */
  SILENCE,
  /** From the ping to the end. */
  PONG,
  /** For the answer to the relay's close frame. */
  CLOSE,
  /** For the waiting messages of a connection that has ended. */
  DRAIN,
  /** Until a close frame that stands behind messages nobody reads is given up. */
  UNREAD
}
