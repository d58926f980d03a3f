package network.pug.e2e.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import network.pug.e2e.support.Frame;
import network.pug.e2e.support.RawWebSocket;

/**
 * A WebSocket client that takes note of all that it sends and gets; each frame has its own mask.
 */
final class Witness implements AutoCloseable {
  private final RawWebSocket socket;
  private final Needles needles;
  private final RandomGenerator random;

  /** One that is connected already. */
  Witness(RawWebSocket socket, Needles needles, RandomGenerator random) {
    this.socket = socket;
    this.needles = needles;
    this.random = random;
  }

  /** Sends a text message in one frame. */
  void text(String text) throws IOException {
    byte[] frame = frame(true, Frame.TEXT, text.getBytes(UTF_8));
    needles.maskedText(text, frame);
    socket.sendBytes(frame);
  }

  /** Sends a binary message in one frame. */
  void binary(byte... payload) throws IOException {
    socket.sendBytes(binaryFrame(payload));
  }

  /** The frame of a binary message, to be sent in some other way. */
  byte[] binaryFrame(byte... payload) {
    needles.payload(payload);
    byte[] frame = frame(true, Frame.BINARY, payload);
    needles.masked(frame);
    return frame;
  }

  /** Sends a binary message in three frames, with a ping that carries data before the last. */
  void fragments(byte... payload) throws IOException {
    needles.payload(payload);
    int third = payload.length / 3;
    fragment(false, Frame.BINARY, Arrays.copyOf(payload, third));
    fragment(false, Frame.CONTINUATION, Arrays.copyOfRange(payload, third, 2 * third));
    ping();
    fragment(true, Frame.CONTINUATION, Arrays.copyOfRange(payload, 2 * third, payload.length));
  }

  /** Sends a part of a binary message. */
  void fragment(boolean last, int opcode, byte... payload) throws IOException {
    byte[] frame = frame(last, opcode, payload);
    needles.masked(frame);
    socket.sendBytes(frame);
  }

  /** Sends a ping with as much data as it may have. */
  void ping() throws IOException {
    byte[] data = new byte[125];
    random.nextBytes(data);
    needles.payload(data);
    fragment(true, Frame.PING, data);
  }

  /** Sends a binary message byte range by byte range, each in a segment of its own. */
  void pieces(int length, byte... payload) throws IOException {
    byte[] frame = binaryFrame(payload);
    for (int from = 0; from < frame.length; from += length) {
      socket.sendBytes(Arrays.copyOfRange(frame, from, Math.min(frame.length, from + length)));
    }
  }

  /** Sends bytes that were made before. */
  void bytes(byte... bytes) throws IOException {
    socket.sendBytes(bytes);
  }

  /** Sends the first half of a binary message's frame. */
  void half(byte... payload) throws IOException {
    byte[] frame = binaryFrame(payload);
    socket.sendBytes(Arrays.copyOf(frame, frame.length / 2));
  }

  /** Says goodbye, and waits for the answer. */
  void leave() throws IOException {
    socket.sendBytes(frame(true, Frame.CLOSE, (byte) 3, (byte) 0xe8));
    next(Frame.CLOSE);
  }

  /** Reads the next frame. */
  Frame read() throws IOException {
    Frame frame = socket.read();
    if (frame.opcode() == Frame.BINARY) {
      int length = frame.payload().remaining();
      int head = length < 126 ? 2 : length < 0x10000 ? 4 : 10;
      byte[] sent = new byte[head + length];
      sent[0] = (byte) (0x80 | frame.opcode());
      sent[1] = (byte) (length < 126 ? length : length < 0x10000 ? 126 : 127);
      for (int i = head - 1, rest = length; length >= 126 && i > 1; i--, rest >>>= 8) {
        sent[i] = (byte) rest;
      }
      frame.payload().get(0, sent, head, length);
      needles.sent(head, sent);
    }
    return frame;
  }

  /** Reads up to the next frame of a kind. */
  Frame next(int opcode) throws IOException {
    Frame frame = read();
    while (frame.opcode() != opcode) {
      if (frame.opcode() == Frame.CLOSE) {
        throw new IOException("closed too early: " + frame);
      }
      frame = read();
    }
    return frame;
  }

  /** Ends the TCP connection. */
  @Override
  public void close() throws IOException {
    socket.close();
  }

  private byte[] frame(boolean last, int opcode, byte... payload) {
    return RawWebSocket.frame(random.nextInt(), last, opcode, payload);
  }
}
