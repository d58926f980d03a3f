package network.pug.protocol;

/** WebSocket close codes the relay sends (RFC 6455 section 7.4 and spec/protocol.md). */
public final class CloseCode {
  public static final int NORMAL = 1000;

  /** The relay is shutting down. */
  public static final int GOING_AWAY = 1001;

  /** A framing violation. */
  public static final int PROTOCOL_ERROR = 1002;

  /** Text that is not UTF-8. */
  public static final int INVALID_TEXT = 1007;

  /** A refusal; the reason is the {@link ErrorCode}'s wire name. */
  public static final int REFUSED = 1008;

  /** A message above the size limit. */
  public static final int TOO_BIG = 1009;

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
