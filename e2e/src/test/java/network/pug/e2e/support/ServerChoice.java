package network.pug.e2e.support;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/**
 * What a server of TLS chose of what a {@link ClientHello} offers, read off its first messages.
 *
 * @param alert why it chose nothing, as RFC 8446 section 6 numbers it; -1 if it did choose
 * @param version such as 0x0303 for TLS 1.2
 * @param group in which a key would be agreed on
 * @param compression 0 if none
 * @param extensions what its hello carries
 */
public record ServerChoice(
    int alert, int version, int suite, int group, int compression, Set<Integer> extensions) {
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int ALERT = 21;
  private static final int SERVER_HELLO = 2;
  private static final int SERVER_KEY_EXCHANGE = 12;
  private static final int TLS_1_3 = 0x0304;

  /** Offers something, and does not go on. */
  public static ServerChoice of(Relay relay, ClientHello hello) throws IOException {
    try (Socket socket = relay.openPlain()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(hello.bytes());
      return read(new DataInputStream(socket.getInputStream()));
    }
  }

  private static ServerChoice read(DataInputStream in) throws IOException {
    ByteBuffer flight = ByteBuffer.allocate(0x10000);
    ServerChoice hello = null;
    while (true) {
      int type = in.readUnsignedByte();
      in.readUnsignedShort();
      byte[] content = in.readNBytes(in.readUnsignedShort());
      if (type == ALERT) {
        return new ServerChoice(content[1], 0, 0, 0, 0, Set.of());
      }
      flight.put(content);
      ByteBuffer messages = flight.duplicate().flip();
      while (messages.remaining() >= 4) {
        int head = messages.getInt();
        int size = head & 0xffffff;
        if (messages.remaining() < size) {
          break;
        }
        ByteBuffer body = messages.slice(messages.position(), size);
        messages.position(messages.position() + size);
        if (head >>> 24 == SERVER_HELLO) {
          hello = hello(body);
          if (hello.version == TLS_1_3) {
            return hello;
          }
        } else if (head >>> 24 == SERVER_KEY_EXCHANGE && hello != null) {
          body.get(); // a named curve
          return hello.with(body.getShort() & 0xffff);
        }
      }
      if (!flight.hasRemaining()) {
        throw new EOFException("the server says too much");
      }
    }
  }

  private static ServerChoice hello(ByteBuffer body) {
    int version = body.getShort() & 0xffff;
    body.position(body.position() + 32);
    body.position(body.position() + 1 + body.get(body.position()));
    int suite = body.getShort() & 0xffff;
    int compression = body.get();
    int group = 0;
    Set<Integer> extensions = new HashSet<>();
    if (body.hasRemaining()) {
      body.getShort();
    }
    while (body.hasRemaining()) {
      int type = body.getShort() & 0xffff;
      int next = body.getShort() + body.position();
      extensions.add(type);
      switch (type) {
        case 43 -> version = body.getShort() & 0xffff;
        case 51 -> group = body.getShort() & 0xffff;
        default -> {}
      }
      body.position(next);
    }
    return new ServerChoice(-1, version, suite, group, compression, extensions);
  }

  private ServerChoice with(int itsGroup) {
    return new ServerChoice(alert, version, suite, itsGroup, compression, extensions);
  }
}
