package network.pug.relay.room;

/** What a relay has a bound for, over all its clients or for one of them. */
public enum Bound {
  /** Sockets at a time. */
  CONNECTIONS("max-connections"),
  /** Sockets at a time from one address. */
  CONNECTIONS_PER_IP("max-connections-per-ip"),
  /** Sockets at a time that have yet to join a room. */
  HANDSHAKES("max-handshakes"),
  /** Rooms at a time. */
  ROOMS("max-rooms"),
  /** Spent tokens that are remembered. */
  TOKENS("max-tokens"),
  /** Bytes that wait for one member. */
  QUEUE_BYTES("max-queue-bytes"),
  /** Bytes that wait for all members. */
  BACKLOG_BYTES("max-backlog-bytes");

  private final String flag;

  Bound(String flag) {
    this.flag = flag;
  }

  /** The flag that sets it, without its dashes. */
  public String flag() {
    return flag;
  }
}
