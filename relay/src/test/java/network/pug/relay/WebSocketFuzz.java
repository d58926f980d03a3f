package network.pug.relay;

/** A WebSocket on which anything at all is sent; see {@link HttpFuzz} for the form of an input. */
public final class WebSocketFuzz {
  private static final String HANDSHAKE =
      """
      GET /ws HTTP/1.1\r
      Host: h\r
      Upgrade: websocket\r
      Connection: Upgrade\r
      Sec-WebSocket-Version: 13\r
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
      \r
      """;

  private WebSocketFuzz() {}

  /** One connection, from its first frame to its end. */
  public static void fuzzerTestOneInput(byte[] input) {
    HttpFuzz.connection(input, HANDSHAKE);
  }
}
