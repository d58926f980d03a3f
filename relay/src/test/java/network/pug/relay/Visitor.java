package network.pug.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the chaos, who checks all that the relay promises on the way: presence in front of
 * and behind messages, one order, nothing twice, nothing missing, nothing behind the end.
 */
final class Visitor {
  private static final Pattern ID = Pattern.compile("\"connectionId\":\"([0-9a-f]{16})\"");
  private static final Pattern CODE = Pattern.compile("\"code\":\"([a-z-]+)\"");

  /** What all that are in one room were told, and must agree on. */
  static final class Log {
    final Map<String, String> senders = new TreeMap<>();
    final TreeMap<Long, String> messages = new TreeMap<>();
  }

  private final EmbeddedLine line;
  private final Log log;
  private final Set<String> present = new LinkedHashSet<>();
  private final TreeMap<Long, String> heard = new TreeMap<>();
  private final Set<String> unheard = new LinkedHashSet<>();
  private @Nullable String id;
  private @Nullable String refusal;
  private boolean creator;
  private boolean gone;
  private boolean closed;
  private boolean mute;

  /** Somebody whose handshake was answered by 101. */
  Visitor(EmbeddedLine line, Log log) {
    this.line = line;
    this.log = log;
  }

  EmbeddedLine line() {
    return line;
  }

  /** The connection ids that it knows to be in the room, its own among them. */
  Set<String> present() {
    return present;
  }

  boolean isMember() {
    return id != null && !gone && !closed && line.isOpen();
  }

  /** Whether it can still send a frame, and has not begun one that it does not end. */
  boolean canSpeak() {
    return isMember() && !mute;
  }

  /** Will not end what it has begun to send. */
  void falterForGood() {
    mute = true;
  }

  boolean isCreator() {
    return creator;
  }

  @Nullable String refusal() {
    return refusal;
  }

  /** Notes that it has sent something, which it is to hear itself. */
  void sent(String payload) {
    assertNotNull(id);
    log.senders.put(payload, id);
    unheard.add(payload);
  }

  /** Own messages that have not come back. */
  Set<String> unheard() {
    return unheard;
  }

  /** Takes what the relay has said meanwhile. */
  void listen() {
    ByteBuffer frames = line.heard();
    while (frames.hasRemaining()) {
      assertFalse(closed, "something behind the close frame");
      int opcode = frames.get() & 0x0f;
      int length = frames.get();
      length = length == 126 ? frames.getShort() & 0xffff : length;
      ByteBuffer payload = frames.slice(frames.position(), length);
      frames.position(frames.position() + length);
      switch (opcode) {
        case 1 -> text(ISO_8859_1.decode(payload).toString());
        case 2 -> message(payload);
        case 8 -> closed = true;
        default -> {}
      }
    }
  }

  private void text(String json) {
    if (json.contains("\"room:joined\"")) {
      assertNull(id, "joined twice");
      Matcher ids = ID.matcher(json);
      assertTrue(ids.find());
      id = ids.group(1);
      while (ids.find()) {
        assertTrue(present.add(ids.group(1)), "a member twice");
      }
      assertTrue(present.contains(id), "oneself among the members");
      creator = present.size() == 1;
    } else if (json.contains("\"member:joined\"")) {
      assertTrue(present.add(who(json)), "joined before");
    } else if (json.contains("\"member:left\"")) {
      assertTrue(present.remove(who(json)), "was not there");
    } else if (json.contains("\"room:expired\"")) {
      assertFalse(gone, "gone twice");
      gone = true;
    } else {
      Matcher code = CODE.matcher(json);
      assertTrue(code.find(), json);
      refusal = code.group(1);
    }
  }

  private void message(ByteBuffer frame) {
    assertFalse(gone, "a message behind the end of the room");
    assertEquals(1, frame.get());
    String sender = "%016x".formatted(frame.getLong());
    long timestamp = frame.getLong();
    String text = ISO_8859_1.decode(frame).toString();
    assertTrue(present.contains(sender), "a message outside of its sender's presence");
    assertEquals(log.senders.get(text), sender);
    assertTrue(heard.isEmpty() || timestamp > heard.lastKey(), "out of order, or twice");
    heard.put(timestamp, text);
    String others = log.messages.putIfAbsent(timestamp, text);
    assertTrue(others == null || others.equals(text), "others heard something else then");
    unheard.remove(text);
  }

  /** Between its first and its last message it heard all that anybody in the room heard. */
  void assertNothingMissed() {
    if (!heard.isEmpty()) {
      assertEquals(log.messages.subMap(heard.firstKey(), true, heard.lastKey(), true), heard);
    }
  }

  private static String who(String json) {
    Matcher found = ID.matcher(json);
    assertTrue(found.find(), json);
    return found.group(1);
  }
}
