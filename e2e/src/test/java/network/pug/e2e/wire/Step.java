package network.pug.e2e.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import network.pug.e2e.support.Frame;
import network.pug.e2e.support.RawWebSocket;

/** What a client of an echo does, or must see. */
@FunctionalInterface
interface Step {
  void take(RawWebSocket socket) throws IOException;

  /** Sends bytes at once. */
  static Step send(byte[]... bytes) {
    return send(Integer.MAX_VALUE, bytes);
  }

  /** Sends bytes in pieces of a size. */
  static Step send(int piece, byte[]... bytes) {
    byte[] all = all(bytes);
    return socket -> {
      for (int from = 0; from < all.length; from += Math.min(piece, all.length - from)) {
        socket.sendBytes(Arrays.copyOfRange(all, from, from + Math.min(piece, all.length - from)));
      }
    };
  }

  /** Sees a whole message in one frame, as it was sent. */
  static Step echo(int opcode, byte... payload) {
    return socket -> {
      Frame frame = socket.read();
      assertTrue(frame.last());
      assertEquals(opcode, frame.opcode());
      assertEquals(ByteBuffer.wrap(payload), frame.payload());
    };
  }

  /** Sees the answer to a ping. */
  static Step pong(String data) {
    return echo(Frame.PONG, data.getBytes(US_ASCII));
  }

  /** Sees a close frame, be it an answer or what a breach leads to, and the end behind it. */
  static Step closed(int code) {
    return socket -> {
      socket.read().expectClose(code);
      assertTrue(socket.isEnded());
    };
  }

  /** Closes, and sees nothing but the answer to that. */
  static Step close() {
    return socket -> {
      socket.sendClose(1000);
      closed(1000).take(socket);
    };
  }

  /** A message in one frame. */
  static byte[] message(int opcode, byte... payload) {
    return RawWebSocket.frame(true, opcode, payload);
  }

  static byte[] text(String ascii) {
    return message(Frame.TEXT, ascii.getBytes(US_ASCII));
  }

  static byte[] ping(String data) {
    return message(Frame.PING, data.getBytes(US_ASCII));
  }

  /** A fragment, the first of a message or one that follows. */
  static byte[] fragment(int opcode, String ascii) {
    return RawWebSocket.frame(false, opcode, ascii.getBytes(US_ASCII));
  }

  /** The last fragment of a message. */
  static byte[] lastFragment(String ascii) {
    return message(Frame.CONTINUATION, ascii.getBytes(US_ASCII));
  }

  /** A message in fragments of a size. */
  static byte[] fragments(int opcode, int size, byte... payload) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int from = 0; from == 0 || from < payload.length; from += size) {
      all.writeBytes(
          RawWebSocket.frame(
              from + size >= payload.length,
              from == 0 ? opcode : Frame.CONTINUATION,
              Arrays.copyOfRange(payload, from, Math.min(from + size, payload.length))));
    }
    return all.toByteArray();
  }

  static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  static byte[] all(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
