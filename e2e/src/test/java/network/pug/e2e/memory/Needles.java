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
  /** So many bytes of a payload in a row are a find; two 8-byte words cannot be a coincidence. */
  private static final int RUN = 16;

  /**
   * Of a key, one more than a C library leaves at the end of what it overwrites when it is freed: 8
   * of an id's 22 characters are no help with the rest.
   */
  private static final int KEY_RUN = 9;

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

  /** A message's payload; one that is shorter than 16 bytes is found as a frame only. */
  void payload(byte... payload) {
    add(Kind.PAYLOAD, payload.length + " bytes", payload, RUN);
  }

  /** A frame with a payload, or a part of it, as a client sent it. */
  void masked(byte... frame) {
    add(Kind.MASKED_PAYLOAD, frame.length + " bytes", frame, RUN);
  }

  /** A frame as the relay sent it; of the payload, only what makes no find of its own. */
  void sent(int headLength, byte... frame) {
    int length = Math.min(frame.length, headLength + MESSAGE_HEAD + RUN - 1);
    add(Kind.FRAME, frame.length + " bytes", Arrays.copyOf(frame, length), RUN);
  }

  /** A text frame as a client sent it: what is secret in it, masked. */
  void maskedText(String text, byte... frame) {
    int head = frame.length - text.length();
    for (Word word : words) {
      int at = text.indexOf(word.text());
      if (at >= 0) {
        int begin = head + at;
        byte[] masked = Arrays.copyOfRange(frame, begin, begin + word.text().length());
        add(word.kind(), "masked", masked, RUN);
      }
    }
  }

  /** The same with the JSON escape of every character. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
    return escaped.toString();
  }

  /** A secret that is base64url of some bytes: in every encoding that a program may keep. */
  void secret(Kind kind, String text) {
    byte[] raw = Base64.getUrlDecoder().decode(text);
    int run = text.length() < 2 * RUN ? KEY_RUN : RUN;
    word(kind, "text", text, run);
    word(kind, "JSON escapes", escaped(text), 30);
    String base64 = Base64.getEncoder().encodeToString(raw);
    if (!base64.startsWith(text)) {
      word(kind, "base64", base64, run);
    }
    word(kind, "hex", HexFormat.of().formatHex(raw), RUN);
    word(kind, "HEX", HexFormat.of().withUpperCase().formatHex(raw), RUN);
    binary(kind, "raw", run, raw);
    swapped(kind, "text", run, text.getBytes(US_ASCII));
  }

  /** The SHA-256 of a text, as bytes and as numbers. */
  void digest(String text) {
    try {
      binary(
          Kind.DIGEST,
          "SHA-256",
          RUN,
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** A text that is searched for as a whole. */
  void whole(Kind kind, String text) {
    word(kind, "text", text, text.length());
  }

  /** An IPv4 address, as text and with a port as in a sockaddr_in. */
  void address(String address, int port) {
    whole(Kind.ADDRESS, address);
    ByteBuffer socket = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
    socket.putShort(AF_INET).order(ByteOrder.BIG_ENDIAN).putShort((short) port);
    for (String part : address.split("\\.", -1)) {
      socket.put((byte) Integer.parseInt(part));
    }
    add(Kind.ADDRESS, "sockaddr_in", socket.array(), Long.BYTES);
  }

  private void word(Kind kind, String form, String text, int shortestRun) {
    words.add(new Word(kind, text));
    add(kind, form, text.getBytes(US_ASCII), shortestRun);
    add(kind, form + " UTF-16", text.getBytes(UTF_16LE), Math.max(RUN, 2 * shortestRun));
  }

  private void binary(Kind kind, String form, int shortestRun, byte... bytes) {
    add(kind, form, bytes, shortestRun);
    swapped(kind, form, shortestRun, bytes);
  }

  /** As numbers that a machine keeps the other way round; hash functions work on such. */
  private void swapped(Kind kind, String form, int shortestRun, byte... bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    ByteBuffer ints = ByteBuffer.allocate(bytes.length / 4 * 4).order(ByteOrder.LITTLE_ENDIAN);
    while (ints.hasRemaining()) {
      ints.putInt(in.getInt());
    }
    add(kind, form + " as ints", ints.array(), shortestRun);
    in.rewind();
    ByteBuffer longs = ByteBuffer.allocate(bytes.length / 8 * 8).order(ByteOrder.LITTLE_ENDIAN);
    while (longs.hasRemaining()) {
      longs.putLong(in.getLong());
    }
    add(kind, form + " as longs", longs.array(), shortestRun);
  }

  private void add(Kind kind, String form, byte[] bytes, int shortestRun) {
    if (bytes.length >= shortestRun) {
      all.add(new Needle(room, kind, form, bytes, shortestRun));
    }
  }
}
