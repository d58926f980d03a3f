package network.pug.e2e.load;

/** What each socket of a {@link Crowd} does, over and over. */
enum Harm {
  /** Sends a header section that never ends, byte by byte; begins anew when it is hung up on. */
  DRIBBLED_HEADERS,
  /** Asks for one challenge after the other. */
  CHALLENGES,
  /**
   * Opens a WebSocket; once all have come, resets the oldest for each that opens, and it comes
   * back.
   */
  RECONNECTS;

  private static final String HEAD =
      """
      GET %s HTTP/1.1\r
      Host: 127.0.0.1\r
      """;

  /** What is sent as soon as the connection is open. */
  String opening() {
    return switch (this) {
      case DRIBBLED_HEADERS -> HEAD.formatted("/");
      case CHALLENGES -> HEAD.formatted("/api/pow-challenge") + "\r\n";
      case RECONNECTS ->
          HEAD.formatted("/ws")
              + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
              + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    };
  }
}
