package network.pug.e2e.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import network.pug.e2e.support.Frame;
import network.pug.e2e.support.Member;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames: fragments, control frames, and what RFC 6455 forbids. */
class FramingTest {
  @RegisterExtension private static final Relay relay = Relay.start();

  private Member member;
  private RawWebSocket socket;

  @BeforeEach
  void join() throws IOException {
    member = Member.join(relay, Room.create(relay));
    socket = member.socket();
  }

  @AfterEach
  void leave() throws IOException {
    member.close();
  }

  @Test
  void fragmentsAreJoined() throws IOException {
    socket.send(false, Frame.BINARY, utf8("one "));
    socket.send(false, Frame.CONTINUATION, utf8("two "));
    socket.send(false, Frame.CONTINUATION);
    socket.send(true, Frame.CONTINUATION, utf8("three"));
    assertEquals("one two three", member.chat().text());
  }

  @Test
  void aMessageOfEmptyFragmentsIsEmpty() throws IOException {
    socket.send(false, Frame.BINARY);
    socket.send(true, Frame.CONTINUATION);
    socket.read().expectError("malformed");
  }

  @Test
  void controlMessagesMayBeFragmentedWithinACharacter() throws IOException {
    byte[] purge = utf8("{\"x\":\"é\",\"type\":\"room:purge\"}");
    int within = new String(purge, UTF_8).indexOf('é') + 1;
    socket.send(false, Frame.TEXT, Arrays.copyOf(purge, within));
    socket.send(true, Frame.CONTINUATION, Arrays.copyOfRange(purge, within, purge.length));
    socket.read().json("room:expired");
  }

  @Test
  void controlFramesMayStandBetweenFragments() throws IOException {
    socket.send(false, Frame.BINARY, utf8("one "));
    socket.send(true, Frame.PING, utf8("ping"));
    socket.send(true, Frame.PONG, utf8("unasked"));
    socket.send(true, Frame.CONTINUATION, utf8("two"));
    Frame pong = socket.read();
    assertEquals(Frame.PONG, pong.opcode());
    assertEquals("ping", pong.text());
    assertEquals("one two", member.chat().text());
  }

  @Test
  void aMessageMayComeByteByByte() throws IOException {
    for (byte b : RawWebSocket.frame(true, Frame.BINARY, utf8("slowly"))) {
      socket.sendBytes(b);
    }
    assertEquals("slowly", member.chat().text());
  }

  @Test
  void manyFramesMayComeAtOnce() throws IOException {
    byte[] frame = RawWebSocket.frame(true, Frame.BINARY, utf8("x"));
    ByteBuffer frames = ByteBuffer.allocate(30 * frame.length);
    for (int i = 0; i < 30; i++) {
      frames.put(frame);
    }
    socket.sendBytes(frames.array());
    for (int i = 0; i < 30; i++) {
      assertEquals("x", member.chat().text());
    }
  }

  @Test
  void aPingIsAnsweredBeforeTheJoinToo() throws IOException {
    try (RawWebSocket waiting = new RawWebSocket(relay)) {
      waiting.send(true, Frame.PING, new byte[125]);
      Frame pong = waiting.read();
      assertEquals(Frame.PONG, pong.opcode());
      assertEquals(ByteBuffer.allocate(125), pong.payload());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 1008, 3000, 4000, 4999})
  void aCloseFrameIsAnsweredWithItsCode(int code) throws IOException {
    socket.sendClose(code);
    socket.read().expectClose(code);
    assertTrue(socket.isEnded());
  }

  @Test
  void anEmptyCloseFrameIsAnsweredToo() throws IOException {
    socket.send(true, Frame.CLOSE);
    Frame close = socket.read();
    assertEquals(Frame.CLOSE, close.opcode());
    assertEquals(0, close.payload().remaining());
    assertTrue(socket.isEnded());
  }

  @Test
  void behindTheCloseFrameNothingIsRead() throws IOException {
    socket.sendClose(1000);
    socket.send(true, Frame.PING);
    socket.read().expectClose(1000);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 999, 1004, 1005, 1006, 1015, 1016, 2999})
  void aCloseCodeThatMustNotBeSentIsAViolation(int code) throws IOException {
    socket.sendClose(code);
    socket.read().expectClose(1002);
  }

  @Test
  void halfACloseCodeIsAViolation() throws IOException {
    socket.send(true, Frame.CLOSE, (byte) 3);
    socket.read().expectClose(1002);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "82 01 78", // no mask
        "c2 80 00 00 00 00", // first reserved bit, which compression would use
        "a2 80 00 00 00 00", // second reserved bit
        "92 80 00 00 00 00", // third reserved bit
        "83 80 00 00 00 00", // reserved data opcode
        "8b 80 00 00 00 00", // reserved control opcode
        "09 80 00 00 00 00", // fragmented ping
        "08 80 00 00 00 00", // fragmented close
        "89 fe 00 7e 00 00 00 00", // ping above 125 bytes
        "80 80 00 00 00 00", // continuation of nothing
        "02 80 00 00 00 00 82 80 00 00 00 00", // new message within a fragmented one
        "82 fe 00 7d 00 00 00 00", // length not in its shortest form, 16 bits
        "82 ff 00 00 00 00 00 00 ff ff 00 00 00 00", // the same, 64 bits
        "82 ff 80 00 00 00 00 00 00 01 00 00 00 00" // a length with its highest bit set
      })
  void aViolationOfTheFramingIsClosedWith1002(String frame) throws IOException {
    socket.sendBytes(HexFormat.ofDelimiter(" ").parseHex(frame));
    socket.read().expectClose(1002);
  }

  @Test
  void aViolationBeforeTheJoinIsClosedToo() throws IOException {
    try (RawWebSocket waiting = new RawWebSocket(relay)) {
      waiting.sendBytes((byte) 0x82, (byte) 1, (byte) 'x');
      waiting.read().expectClose(1002);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"80", "c0af", "eda080", "f4908080", "ff", "7b22e282"})
  void textThatIsNoUtf8IsClosedWith1007(String bytes) throws IOException {
    socket.send(true, Frame.TEXT, HexFormat.of().parseHex(bytes));
    socket.read().expectClose(1007);
  }

  @Test
  void textThatIsNoUtf8AcrossFragmentsIsClosedWith1007() throws IOException {
    socket.send(false, Frame.TEXT, (byte) 0xe2);
    socket.send(false, Frame.CONTINUATION, (byte) 0x82);
    socket.send(true, Frame.CONTINUATION, (byte) 'x');
    socket.read().expectClose(1007);
  }

  @Test
  void aCloseReasonThatIsNoUtf8IsClosedWith1007() throws IOException {
    socket.send(true, Frame.CLOSE, (byte) 3, (byte) 0xe8, (byte) 0xff);
    socket.read().expectClose(1007);
  }

  @ParameterizedTest
  @ValueSource(ints = {Frame.TEXT, Frame.BINARY})
  void aMessageAboveTheLimitIsClosedWith1009(int opcode) throws IOException {
    byte[] payload = new byte[65537];
    Arrays.fill(payload, (byte) ' ');
    socket.send(true, opcode, payload);
    socket.read().expectClose(1009);
  }

  @ParameterizedTest
  @ValueSource(ints = {Frame.TEXT, Frame.BINARY})
  void fragmentsAboveTheLimitAreClosedWith1009(int opcode) throws IOException {
    byte[] half = new byte[32769];
    Arrays.fill(half, (byte) ' ');
    socket.send(false, opcode, half);
    socket.send(true, Frame.CONTINUATION, half);
    socket.read().expectClose(1009);
  }

  @Test
  void aDeclaredSizeAboveTheLimitIsRefusedBeforeItComes() throws IOException {
    socket.sendBytes(HexFormat.of().parseHex("82ff00000000ffffffff00000000"));
    socket.read().expectClose(1009);
  }

  @Test
  void aTextMessageUpToTheLimitIsRead() throws IOException {
    String purge = "{\"type\":\"room:purge\",\"x\":\"\"}";
    socket.sendText(purge.replace("\"\"", "\"" + "x".repeat(65536 - purge.length()) + "\""));
    socket.read().json("room:expired");
  }

  @Test
  void theLimitIsThatOfTheDeployment() throws IOException {
    try (Relay small = Relay.start("--max-message-bytes", "1000");
        Member sender = Member.join(small, Room.create(small))) {
      sender.socket().sendBinary(new byte[1000]);
      assertEquals(1000, sender.chat().payload().remaining());
      sender.socket().sendBinary(new byte[1001]);
      sender.socket().read().expectClose(1009);
    }
  }

  @Test
  void whoViolatesTheFramingLeavesTheRoom() throws IOException {
    Room room = Room.create(relay);
    try (Member stays = Member.join(relay, room);
        Member violator = Member.join(relay, room)) {
      stays.newcomer();
      violator.say("before");
      violator.socket().sendBytes((byte) 0xff, (byte) 0xff);
      assertEquals("before", stays.chat().text());
      assertEquals(violator.id(), stays.leaver());
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }
}
