package network.pug.protocol;

/**
 * WebSocket close codes that the relay itself chooses (RFC 6455 section 7.4 and spec/protocol.md,
 * section 6); of a close frame that it answers it takes over the code, such as 1000.
 */
public final class CloseCode {
  /** The relay is shutting down. */
  public static final int GOING_AWAY = 1001;

  /** A breach of the framing. */
  public static final int PROTOCOL_ERROR = 1002;

  /** Text that is no UTF-8. */
  public static final int NOT_UTF8 = 1007;

  /** A refusal; the reason is the {@link ErrorCode}'s wire name. */
  public static final int REFUSED = 1008;

  /** A message above the limit. */
  public static final int MESSAGE_TOO_BIG = 1009;

  /** The relay is full. */
  public static final int OVERLOADED = 1013;

  /** The room reached its time to live. */
  public static final int ROOM_EXPIRED = 4000;

  /** The room was purged by its creator. */
  public static final int ROOM_PURGED = 4001;

  /** The member did not read fast enough for its bounded queue. */
  public static final int TOO_SLOW = 4002;

  private CloseCode() {}

  /** Whether a close frame may have this code: RFC 6455 section 7.4.2, with IANA's registry. */
  public static boolean mayBeSent(int code) {
    return (code >= 1000 && code <= 1003)
        || (code >= 1007 && code <= 1014)
        || (code >= 3000 && code <= 4999);
  }
}
