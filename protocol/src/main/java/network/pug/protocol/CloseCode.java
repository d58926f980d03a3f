package network.pug.protocol;

/**
 * WebSocket close codes that the relay itself chooses (RFC 6455 section 7.4 and spec/protocol.md,
 * section 6). The others it takes over: 1002, 1007 and 1009 from Netty, which names the violation
 * it has found, and of a close frame that it answers the code, such as 1000.
 */
public final class CloseCode {
  /** The relay is shutting down. */
  public static final int GOING_AWAY = 1001;

  /** A refusal; the reason is the {@link ErrorCode}'s wire name. */
  public static final int REFUSED = 1008;

  /** The relay is full. */
  public static final int OVERLOADED = 1013;

  /** The room reached its time to live. */
  public static final int ROOM_EXPIRED = 4000;

  /** The room was purged by its creator. */
  public static final int ROOM_PURGED = 4001;

  /** The member did not read fast enough for its bounded queue. */
  public static final int TOO_SLOW = 4002;

  private CloseCode() {}
}
