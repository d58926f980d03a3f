package network.pug.relay.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import network.pug.relay.room.Refusals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameDecoderTest {
  private static final int MAX = 70_000;

  private final UnpooledByteBufAllocator alloc = new UnpooledByteBufAllocator(true);
  private final Backlog backlog = new Backlog(1 << 20, 100_000, Refusals.UNHEARD);
  private final ArrayDeque<Received> all = new ArrayDeque<>();
  private final FrameDecoder decoder = new FrameDecoder(alloc, MAX, backlog, all::add);

  @AfterEach
  void nothingIsLeft() {
    decoder.end();
    assertEquals(0, alloc.metric().usedDirectMemory());
    assertEquals(0, backlog.bytes());
  }

  /** What comes of these bytes, in words. */
  private String decode(ByteBuf... frames) {
    for (ByteBuf bytes : frames) {
      decoder.decode(bytes);
    }
    return received();
  }

  private String decodeAnew(ByteBuf... parts) {
    FrameDecoder anew = new FrameDecoder(alloc, MAX, backlog, all::add);
    for (ByteBuf bytes : parts) {
      anew.decode(bytes);
    }
    anew.end();
    return received();
  }

  private String received() {
    List<String> words = new ArrayList<>();
    while (!all.isEmpty()) {
      Received next = all.remove();
      words.add(
          switch (next) {
            case Received.Text text -> "text " + text.content().toString(StandardCharsets.UTF_8);
            case Received.Binary binary ->
                "binary " + binary.content().toString(StandardCharsets.UTF_8);
            case Received.Ping ping -> "ping " + ping.content().toString(StandardCharsets.UTF_8);
            case Received.Close close -> "close " + close.code();
            case Received.Violation violation -> "violation " + violation.code();
          });
      next.release();
    }
    return String.join(", ", words);
  }

  private static ByteBuf hex(String bytes) {
    return Unpooled.copiedBuffer(HexFormat.of().parseHex(bytes.replace(" ", "")));
  }

  private static ByteBuf part(boolean isFinal, int opcode, String text) {
    return ClientFrames.frame(isFinal, opcode, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void messagesAndControlFramesComeInOrder() {
    assertEquals(
        "text é, ping p, binary b, close 1000",
        decode(
            ClientFrames.text("é"),
            part(true, FrameHead.PING, "p"),
            part(true, FrameHead.PONG, "unasked"),
            ClientFrames.binary("b"),
            ClientFrames.frame(true, FrameHead.CLOSE, (byte) 3, (byte) 0xe8)));
  }

  @Test
  void fragmentsAreJoinedAroundControlFrames() {
    assertEquals(
        "ping p, text one two",
        decode(
            part(false, FrameHead.TEXT, "one "),
            part(true, FrameHead.PING, "p"),
            part(false, FrameHead.CONTINUATION, ""),
            part(true, FrameHead.CONTINUATION, "two")));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 125, 126, 127, 65_535, 65_536, MAX})
  void everyLengthComesAsItWasSent(int length) {
    byte[] payload = new byte[length];
    new Random(length).nextBytes(payload);
    decoder.decode(ClientFrames.frame(true, FrameHead.BINARY, payload));
    Received.Binary binary = (Received.Binary) all.remove();
    assertEquals(Unpooled.wrappedBuffer(payload), binary.content());
    binary.release();
  }

  /** Whatever the network makes of the bytes: cut in two at each place, or each on its own. */
  @Test
  void whereTheBytesAreCutDoesNotMatter() {
    ByteBuf bytes =
        Unpooled.wrappedBuffer(
            part(false, FrameHead.TEXT, "aé"),
            part(true, FrameHead.PING, "123456789"),
            part(true, FrameHead.CONTINUATION, "€ and so on"),
            ClientFrames.binary("x".repeat(130)),
            ClientFrames.binary(""),
            ClientFrames.frame(true, FrameHead.CLOSE, (byte) 3, (byte) 0xe8, (byte) 'x'));
    String whole = decode(bytes.copy());
    assertTrue(whole.startsWith("ping 123456789, text aé€ and so on, binary xxx"), whole);
    assertTrue(whole.endsWith("x, binary , close 1000"), whole);
    for (int cut = 1; cut < bytes.readableBytes(); cut++) {
      ByteBuf first = bytes.copy(0, cut);
      assertEquals(whole, decodeAnew(first, bytes.copy(cut, bytes.readableBytes() - cut)));
    }
    ByteBuf[] single = new ByteBuf[bytes.readableBytes()];
    Arrays.setAll(single, i -> bytes.copy(i, 1));
    assertEquals(whole, decodeAnew(single));
    bytes.release();
  }

  @Test
  void aWholeMessageStaysInTheBufferThatItCameIn() {
    ByteBuf bytes = ClientFrames.binary("payload");
    decoder.decode(bytes);
    Received.Binary binary = (Received.Binary) all.remove();
    assertEquals(bytes.memoryAddress() + 6, binary.content().memoryAddress());
    assertEquals(1, bytes.refCnt());
    binary.release();
    assertEquals(0, bytes.refCnt());
  }

  @ParameterizedTest
  @CsvSource({
    "c2, first reserved bit",
    "a2, second reserved bit",
    "92, third reserved bit",
    "83, reserved data opcode",
    "87, reserved data opcode",
    "8b, reserved control opcode",
    "8f, reserved control opcode",
    "09, fragmented ping",
    "0a, fragmented pong",
    "80, continuation of nothing",
    "82 00, no mask",
    "89 fe, ping above 125 bytes",
    "82 fe 00 7d, length not in its shortest form",
    "82 ff 00 00 00 00 00 00 ff ff, the same in 64 bits",
    "82 ff 80 00 00 00 00 00 00 01, length with its highest bit",
    "02 80 00 00 00 00 82, message within another",
    "02 80 00 00 00 00 81, message within another"
  })
  void theFirstByteThatBreaksTheFramingIsTold(String bytes, String why) {
    ByteBuf all = hex(bytes);
    decoder.decode(all.readRetainedSlice(all.readableBytes() - 1));
    assertEquals("", received(), why);
    assertEquals("violation 1002", decode(all), why);
  }

  @ParameterizedTest
  @CsvSource({
    "08, 1002, fragmented",
    "c8, 1002, reserved bit",
    "88 00, 1002, no mask",
    "88 fe, 1002, above 125 bytes",
    "88 81, 1002, half a code",
    "88 82 00000000 03ec, 1002, code 1004",
    "88 82 00000000 1388, 1002, code 5000",
    "88 83 00000000 03e8 ff, 1007, reason",
    "88 83 00000000 03e8 c3, 1007, reason that breaks off"
  })
  void aCloseFrameThatIsWrongIsStillOne(String bytes, int code, String why) {
    assertEquals("close " + code, decode(hex(bytes)), why);
    assertEquals("", decode(ClientFrames.binary("more")), why);
  }

  @Test
  void aCloseFrameMayBeEmpty() {
    assertEquals("close 1005", decode(ClientFrames.frame(true, FrameHead.CLOSE)));
  }

  @Test
  void textIsToldToBeWrongInTheMiddleOfAFrame() {
    ByteBuf frame = ClientFrames.frame(true, FrameHead.TEXT, (byte) 'a', (byte) 0xff, (byte) 'b');
    decoder.decode(frame.readRetainedSlice(frame.readableBytes() - 2));
    assertEquals("", received());
    decoder.decode(frame.readRetainedSlice(1));
    assertEquals("violation 1007", received());
    assertEquals("", decode(frame));
  }

  @Test
  void textIsToldToBeWrongInTheFragmentThatMakesItSo() {
    assertEquals(
        "",
        decode(ClientFrames.frame(false, FrameHead.TEXT, (byte) 0xce, (byte) 0xba, (byte) 0xf4)));
    assertEquals(
        "violation 1007", decode(ClientFrames.frame(false, FrameHead.CONTINUATION, (byte) 0x90)));
  }

  @Test
  void textThatBreaksOffWithinACharacterIsWrongAtItsEnd() {
    assertEquals("violation 1007", decode(ClientFrames.frame(true, FrameHead.TEXT, (byte) 0xc3)));
  }

  @Test
  void aMessageAboveTheLimitIsToldByItsHead() {
    assertEquals("violation 1009", decode(hex("82ff" + "%016x".formatted(MAX + 1) + "00000000")));
  }

  @Test
  void fragmentsAreCountedTogether() {
    byte[] most = new byte[MAX];
    assertEquals("", decode(ClientFrames.frame(false, FrameHead.BINARY, most)));
    assertEquals("violation 1009", decode(hex("808100000000")));
  }

  @Test
  void behindABreachOnlyACloseFrameIsSeen() {
    ByteBuf late = ClientFrames.binary("late");
    assertEquals(
        "violation 1002, close 1002",
        decode(
            hex("c281 00000000 41"),
            late,
            hex("83 81 00000000 41"),
            part(true, FrameHead.PING, "late"),
            ClientFrames.frame(true, FrameHead.CLOSE, (byte) 3, (byte) 0xea)));
    assertEquals(0, late.refCnt());
  }

  @Test
  void whatThereIsOfAMessageGoesWhenItIsNotWanted() {
    decoder.decode(ClientFrames.frame(false, FrameHead.BINARY, new byte[100]));
    decoder.discard();
    assertEquals(0, alloc.metric().usedDirectMemory());
    assertEquals("", decode(part(true, FrameHead.CONTINUATION, "rest")));
  }

  @Test
  void whileItPausesBytesWaitAsTheyCame() {
    ByteBuf frames =
        Unpooled.wrappedBuffer(
            ClientFrames.binary("one"), ClientFrames.binary("two"), ClientFrames.binary("three"));
    decoder.pause();
    assertEquals("", decode(frames));
    assertEquals(1, frames.refCnt());
    decoder.resume();
    assertEquals("binary one, binary two, binary three", received());
    assertEquals(0, frames.refCnt());
  }

  @Test
  void thePauseBeginsBehindWhatItWasAskedForAt() {
    List<String> given = new ArrayList<>();
    FrameDecoder[] pausing = new FrameDecoder[1];
    pausing[0] =
        new FrameDecoder(
            alloc,
            MAX,
            backlog,
            message -> {
              given.add(message.toString());
              message.release();
              pausing[0].pause();
            });
    ByteBuf frames = Unpooled.wrappedBuffer(ClientFrames.text("a"), ClientFrames.binary("b"));
    pausing[0].decode(frames);
    assertEquals(List.of("Text"), given);
    pausing[0].resume();
    assertEquals(List.of("Text", "Binary"), given);
    pausing[0].end();
  }

  @Test
  void whatThereIsOfMessagesCountsAgainstTheBoundForAll() {
    decode(ClientFrames.frame(false, FrameHead.BINARY, new byte[60_000]));
    assertEquals(60_000, backlog.bytes());
    assertEquals(
        "violation 1013",
        decodeAnew(ClientFrames.frame(false, FrameHead.BINARY, new byte[40_001])));
    assertEquals(60_000, backlog.bytes());
    decode(ClientFrames.frame(true, FrameHead.CONTINUATION));
    assertEquals(0, backlog.bytes());
  }

  @Test
  void aMessageTakesNoMoreMemoryThanTwiceWhatHasComeOfIt() {
    byte[] payload = new byte[60_000];
    new Random(1).nextBytes(payload);
    ByteBuf frame = ClientFrames.frame(true, FrameHead.BINARY, payload);
    for (int sent = 100; sent <= 30_000; sent += 100) {
      decoder.decode(frame.readRetainedSlice(100));
      assertTrue(alloc.metric().usedDirectMemory() <= 2L * sent);
    }
    decoder.decode(frame);
    Received.Binary binary = (Received.Binary) all.remove();
    assertEquals(Unpooled.wrappedBuffer(payload), binary.content());
    binary.release();
    assertEquals(0, alloc.metric().usedDirectMemory());
  }
}
