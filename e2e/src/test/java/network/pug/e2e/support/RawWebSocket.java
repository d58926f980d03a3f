package network.pug.e2e.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;

/**
 * A WebSocket client that sends any frame and shows every one it gets; it answers none by itself.
 * Reads wait 10 s at most.
 */
public final class RawWebSocket implements AutoCloseable {
  private static final int FIN = 0x80;
  private static final int MASKED = 0x80;
  private static final int MASK = 0x12345678;

  private final Socket socket;
  private final DataInputStream in;
  private final Answer handshake;

  /** Opens a connection and its WebSocket, with more headers in the handshake. */
  public RawWebSocket(Relay relay, String... headers) throws IOException {
    this(relay, relay.open(), headers);
  }

  /** The same over a connection that is open already. */
  public RawWebSocket(Relay relay, Socket socket, String... headers) throws IOException {
    this(socket, relay, "/ws", headers);
  }

  private RawWebSocket(Socket socket, Relay relay, String target, String... headers)
      throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    RawHttp http = new RawHttp(relay, socket);
    this.handshake = http.ask("GET", target, "", upgrade(headers)).expect(101);
    this.in = new DataInputStream(new BufferedInputStream(http.rest()));
  }

  /** Opens the WebSocket of another kind of server, where that has it. */
  public static RawWebSocket at(Relay server, Socket socket, String target) throws IOException {
    return new RawWebSocket(socket, server, target);
  }

  /** The headers of an opening handshake, then more. */
  public static String[] upgrade(String... more) {
    String[] headers = new String[more.length + 4];
    headers[0] = "Upgrade: websocket";
    headers[1] = "Connection: Upgrade";
    headers[2] = "Sec-WebSocket-Version: 13";
    headers[3] = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
    System.arraycopy(more, 0, headers, 4, more.length);
    return headers;
  }

  /** The relay's answer to the handshake. */
  public Answer handshake() {
    return handshake;
  }

  /** Sends a text message in one frame. */
  public void sendText(String text) throws IOException {
    send(true, Frame.TEXT, text.getBytes(UTF_8));
  }

  /** Sends a binary message in one frame. */
  public void sendBinary(byte... payload) throws IOException {
    send(true, Frame.BINARY, payload);
  }

  /** Sends a close frame with a code. */
  public void sendClose(int code) throws IOException {
    send(true, Frame.CLOSE, (byte) (code >> 8), (byte) code);
  }

  /** Sends a well-formed frame, masked and with the shortest form of its length. */
  public void send(boolean last, int opcode, byte... payload) throws IOException {
    sendBytes(frame(last, opcode, payload));
  }

  /** The bytes of such a frame. */
  public static byte[] frame(boolean last, int opcode, byte... payload) {
    return frame(MASK, last, opcode, payload);
  }

  /** The same with another mask. */
  public static byte[] frame(int mask, boolean last, int opcode, byte... payload) {
    ByteBuffer frame = ByteBuffer.allocate(14 + payload.length);
    frame.put((byte) ((last ? FIN : 0) | opcode));
    if (payload.length < 126) {
      frame.put((byte) (MASKED | payload.length));
    } else if (payload.length < 0x10000) {
      frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
    } else {
      frame.put((byte) (MASKED | 127)).putLong(payload.length);
    }
    frame.putInt(mask);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ mask >>> (24 - i % 4 * 8)));
    }
    byte[] bytes = new byte[frame.flip().remaining()];
    frame.get(bytes);
    return bytes;
  }

  /** Sends bytes as they are. */
  public void sendBytes(byte... bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** Reads the next frame. */
  public Frame read() throws IOException {
    int first = in.readUnsignedByte();
    int second = in.readUnsignedByte();
    if ((first & 0x70) != 0 || (second & MASKED) != 0) {
      throw new IOException("the relay set reserved bits or a mask");
    }
    long length =
        switch (second) {
          case 126 -> in.readUnsignedShort();
          case 127 -> in.readLong();
          default -> second;
        };
    byte[] payload = new byte[Math.toIntExact(length)];
    in.readFully(payload);
    return new Frame((first & FIN) != 0, first & 0x0f, ByteBuffer.wrap(payload));
  }

  /** Whether the relay ends the connection without another frame. */
  public boolean isEnded() throws IOException {
    try {
      in.readUnsignedByte();
      return false;
    } catch (EOFException | SocketException e) {
      return true;
    }
  }

  /** Ends the TCP connection without a close frame. */
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
