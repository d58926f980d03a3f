package network.pug.e2e.memory;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** What must be gone of one room: everything that was sent into it, and what leads to it. */
final class Needles {
  /**
   * So many bytes in a row are a find, and all bytes of what is shorter. As many as 32 can be what
   * a vector register held when a thread was stopped: of what was copied last, at a moment of
   * chance.
   */
  private static final int RUN = 33;

  /** A chat message's bytes before its payload. */
  private static final int MESSAGE_HEAD = 17;

  private static final short AF_INET = 2;

  private final String room;
  private final List<Needle> all = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();

  /** A text that has been masked wherever a client sent it over a WebSocket. */
  private record Word(Kind kind, String text) {}

  /** No needles yet of a room with this name in reports. */
  Needles(String room) {
    this.room = room;
  }

  List<Needle> all() {
    return List.copyOf(all);
  }

  /** A message's payload; one that is shorter than 8 bytes is found as a frame only. */
  void payload(byte... payload) {
    add(Kind.PAYLOAD, payload.length + " bytes", payload);
  }

  /** A frame with a payload, or a part of it, as a client sent it. */
  void masked(byte... frame) {
    add(Kind.MASKED_PAYLOAD, frame.length + " bytes", frame);
  }

  /** A frame as the relay sent it; of the payload, only what makes no find of its own. */
  void sent(int headLength, byte... frame) {
    int length = Math.min(frame.length, headLength + MESSAGE_HEAD + RUN - 1);
    add(Kind.FRAME, frame.length + " bytes", Arrays.copyOf(frame, length));
  }

  /** A text frame as a client sent it: what is secret in it, masked. */
  void maskedText(String text, byte... frame) {
    int head = frame.length - text.length();
    for (Word word : words) {
      int at = text.indexOf(word.text());
      if (at >= 0) {
        int begin = head + at;
        byte[] masked = Arrays.copyOfRange(frame, begin, begin + word.text().length());
        add(word.kind(), "masked", masked);
      }
    }
  }

  /** The same with the JSON escape of every character. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
    return escaped.toString();
  }

  /** A secret that is text, base64url of some bytes: in every encoding that a program may keep. */
  void secret(Kind kind, String text) {
    byte[] raw = Base64.getUrlDecoder().decode(text);
    word(kind, "text", text);
    word(kind, "JSON escapes", escaped(text));
    String base64 = Base64.getEncoder().encodeToString(raw);
    if (!base64.startsWith(text)) {
      word(kind, "base64", base64);
    }
    word(kind, "hex", HexFormat.of().formatHex(raw));
    word(kind, "HEX", HexFormat.of().withUpperCase().formatHex(raw));
    binary(kind, "raw", raw);
    swapped(kind, "text", text.getBytes(US_ASCII));
  }

  /** The SHA-256 of a text, as bytes and as numbers. */
  void digest(String text) {
    try {
      binary(
          Kind.DIGEST,
          "SHA-256",
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** A text that is searched for as a whole. */
  void whole(Kind kind, String text) {
    word(kind, "text", text);
  }

  /** An IPv4 address, as text and with a port as in a sockaddr_in. */
  void address(String address, int port) {
    whole(Kind.ADDRESS, address);
    ByteBuffer socket = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
    socket.putShort(AF_INET).order(ByteOrder.BIG_ENDIAN).putShort((short) port);
    for (String part : address.split("\\.", -1)) {
      socket.put((byte) Integer.parseInt(part));
    }
    add(Kind.ADDRESS, "sockaddr_in", socket.array());
  }

  private void word(Kind kind, String form, String text) {
    words.add(new Word(kind, text));
    add(kind, form, text.getBytes(US_ASCII));
    add(kind, form + " UTF-16", text.getBytes(UTF_16LE));
  }

  private void binary(Kind kind, String form, byte... bytes) {
    add(kind, form, bytes);
    swapped(kind, form, bytes);
  }

  /** As numbers that a machine keeps the other way round; hash functions work on such. */
  private void swapped(Kind kind, String form, byte... bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    ByteBuffer ints = ByteBuffer.allocate(bytes.length / 4 * 4).order(ByteOrder.LITTLE_ENDIAN);
    while (ints.hasRemaining()) {
      ints.putInt(in.getInt());
    }
    add(kind, form + " as ints", ints.array());
    in.rewind();
    ByteBuffer longs = ByteBuffer.allocate(bytes.length / 8 * 8).order(ByteOrder.LITTLE_ENDIAN);
    while (longs.hasRemaining()) {
      longs.putLong(in.getLong());
    }
    add(kind, form + " as longs", longs.array());
  }

  private void add(Kind kind, String form, byte... bytes) {
    if (bytes.length >= Long.BYTES) {
      all.add(new Needle(room, kind, form, bytes, Math.min(RUN, bytes.length)));
    }
  }
}
