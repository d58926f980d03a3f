package network.pug.e2e.memory;

/** What a needle is part of. */
enum Kind {
  /** A payload as it is after unmasking, and as it is sent on. */
  PAYLOAD("payload"),
  /** A payload with the client's mask on it, as it came. */
  MASKED_PAYLOAD("masked payload"),
  /** The head of a message as the relay sends it, with the payload's first bytes. */
  FRAME("frame sent"),
  /** The room's secret, in any encoding. */
  ROOM_SECRET("room secret"),
  /** The room's id, in any encoding. */
  ROOM_ID("room id"),
  /** The session token that the room was created with, in any encoding. */
  SESSION_TOKEN("session token"),
  /** What the relay keeps of a room while it lives. */
  DIGEST("digest"),
  /** A member's display name. */
  NAME("display name"),
  /** The address that the members come from. */
  ADDRESS("address");

  private final String text;

  Kind(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
