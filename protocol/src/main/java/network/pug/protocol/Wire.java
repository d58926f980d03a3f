package network.pug.protocol;

/** Fixed numbers of the wire (spec/protocol.md, "WebSocket"). */
public final class Wire {
  /** The WebSocket subprotocol a client may offer. */
  public static final String SUBPROTOCOL = "pug.v1";

  /** First byte of a relayed {@code chat:message}. */
  public static final byte CHAT_MESSAGE = 0x01;

  /** Bytes before the payload of a relayed message: kind, sender's connectionId, timestamp. */
  public static final int MESSAGE_HEADER_BYTES = 1 + Long.BYTES + Long.BYTES;

  /** Random bytes in a room id. */
  public static final int ROOM_ID_BYTES = 16;

  /** Random bytes in a room secret. */
  public static final int ROOM_SECRET_BYTES = 16;

  private Wire() {}
}
