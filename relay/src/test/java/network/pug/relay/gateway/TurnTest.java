package network.pug.relay.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.pug.relay.OpenDoor;
import network.pug.relay.RelayConfig;
import network.pug.relay.room.Digest;
import network.pug.relay.room.ManualClock;
import network.pug.relay.room.Quota;
import network.pug.relay.room.Refusals;
import network.pug.relay.room.RoomLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is written to whom, and in which order, where much happens in one turn of an event loop. */
class TurnTest {
  private static final Pattern TYPE = Pattern.compile("\"type\":\"([a-z:]+)\"");
  private static final int HEADER_BYTES = 17;

  /** Less than one message of those that are long. */
  private static final int MAX_QUEUE_BYTES = 300;

  private static final String LONG = "x".repeat(400);

  private final ManualClock clock = new ManualClock();
  private final EmbeddedChannel first = new EmbeddedChannel();
  private final EmbeddedChannel second = new EmbeddedChannel();
  private final Gateway gateway =
      new Gateway(
          new Gateway.Settings(
              65_536, 0, MAX_QUEUE_BYTES, 1 << 20, RelayConfig.Timeouts.STANDARD.gateway()),
          List.of(first.eventLoop()),
          new RoomLimits(60, 3600, 3600, 6, 3),
          new Quota(1 + RoomLoop.MAX_BURSTS),
          clock,
          new Random(1),
          () -> {},
          Refusals.UNHEARD,
          new OpenDoor());

  private final String join = joining("r");

  TurnTest() {
    gateway.install(first.pipeline());
    gateway.install(second.pipeline());
    create("r");
  }

  @AfterEach
  void release() {
    first.finishAndReleaseAll();
    second.finishAndReleaseAll();
  }

  private void create(String room) {
    assertTrue(gateway.rooms().reserve());
    gateway.rooms().create(digest(room), digest("s"), OptionalLong.of(60), OptionalLong.empty());
    endTurn();
  }

  private static Digest digest(String text) {
    return Digest.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
  }

  private static void receive(EmbeddedChannel from, ByteBuf... frames) {
    for (ByteBuf frame : frames) {
      from.pipeline().fireChannelRead(frame);
    }
  }

  private static ByteBuf message(String text) {
    return ClientFrames.binary(text);
  }

  private static String joining(String room) {
    return "{\"type\":\"room:join\",\"roomId\":\"%s\",\"roomSecret\":\"s\"}".formatted(room);
  }

  private void endTurn() {
    first.runPendingTasks();
  }

  private void join(EmbeddedChannel... channels) {
    for (EmbeddedChannel channel : channels) {
      receive(channel, ClientFrames.text(join));
    }
    endTurn();
    written(first);
    written(second);
  }

  /**
   * Each write since the last time: its frames, by the type of an event or the text of a message.
   */
  private static List<List<String>> written(EmbeddedChannel to) {
    List<List<String>> writes = new ArrayList<>();
    for (ByteBuf write = to.readOutbound(); write != null; write = to.readOutbound()) {
      List<String> frames = new ArrayList<>();
      while (write.isReadable()) {
        int opcode = write.readByte() & 0x0f;
        int length = write.readUnsignedByte();
        ByteBuf content =
            write.readSlice(
                length == 126
                    ? write.readUnsignedShort()
                    : length == 127 ? (int) write.readLong() : length);
        frames.add(word(opcode, content));
      }
      write.release();
      writes.add(frames);
    }
    return writes;
  }

  private static String word(int opcode, ByteBuf content) {
    return switch (opcode) {
      case FrameHead.BINARY -> content.skipBytes(HEADER_BYTES).toString(StandardCharsets.UTF_8);
      case FrameHead.PONG -> "pong";
      case FrameHead.CLOSE -> "close";
      default -> {
        Matcher type = TYPE.matcher(content.toString(StandardCharsets.UTF_8));
        yield type.find() ? type.group(1) : "no type";
      }
    };
  }

  @Test
  void messagesOfOneTurnAreOneWriteForEachMember() {
    join(first, second);
    receive(first, message("a"), message("b"));
    receive(second, message("c"));
    assertEquals(List.of(), written(second));
    endTurn();
    assertEquals(List.of(List.of("a", "b", "c")), written(first));
    assertEquals(List.of(List.of("a", "b", "c")), written(second));
  }

  @Test
  void muchIsWrittenBeforeTheTurnEnds() {
    join(first);
    String much = "x".repeat(16_384);
    receive(first, message("a"), message(much), message("b"));
    assertEquals(List.of(List.of("a", much)), written(first));
    endTurn();
    assertEquals(List.of(List.of("b")), written(first));
  }

  @Test
  void whatManyRoomsSayIsWrittenBeforeTheTurnEnds() {
    List<EmbeddedChannel> alone = new ArrayList<>();
    for (int i = 0; i < RoomLoop.MAX_BURSTS; i++) {
      EmbeddedChannel channel = new EmbeddedChannel();
      alone.add(channel);
      gateway.install(channel.pipeline());
      create("room-" + i);
      receive(channel, ClientFrames.text(joining("room-" + i)));
      endTurn();
      written(channel);
    }
    for (EmbeddedChannel channel : alone) {
      assertEquals(List.of(), written(alone.getFirst()));
      receive(channel, message("a"));
    }
    for (EmbeddedChannel channel : alone) {
      assertEquals(List.of(List.of("a")), written(channel));
      channel.finishAndReleaseAll();
    }
  }

  @Test
  void aNewcomerGetsNothingThatWasSaidBefore() {
    join(first);
    receive(first, message("before"));
    receive(second, ClientFrames.text(join));
    receive(first, message("behind"));
    endTurn();
    assertEquals(
        List.of(List.of("before"), List.of("member:joined"), List.of("behind")), written(first));
    assertEquals(List.of(List.of("room:joined"), List.of("behind")), written(second));
  }

  @Test
  void whoLeavesStillGetsWhatWasSaidBefore() {
    join(first, second);
    receive(first, message("before"));
    receive(second, ClientFrames.frame(true, FrameHead.CLOSE));
    receive(first, message("behind"));
    endTurn();
    assertEquals(List.of(List.of("before"), List.of("close")), written(second));
    assertEquals(
        List.of(List.of("before"), List.of("member:left"), List.of("behind")), written(first));
  }

  @Test
  void whatWasSaidBeforeAPurgeIsDelivered() {
    join(first, second);
    receive(first, message("last"), ClientFrames.text("{\"type\":\"room:purge\"}"));
    endTurn();
    assertEquals(
        List.of(List.of("last"), List.of("room:expired"), List.of("close")), written(second));
  }

  @Test
  void whatWasSaidInTimeIsDeliveredThoughTheRoomExpiresInTheSameTurn() {
    join(first, second);
    receive(first, message("in time"));
    clock.advance(Duration.ofSeconds(60));
    receive(second, message("too late"));
    endTurn();
    assertEquals(
        List.of(List.of("in time"), List.of("room:expired"), List.of("close")), written(first));
  }

  @Test
  void anAnswerComesBehindWhatWasSaidBefore() {
    join(first, second);
    receive(
        second,
        message("a"),
        ClientFrames.frame(true, FrameHead.PING),
        message("b"),
        ClientFrames.text("{\"type\":\"room:purge\"}"),
        message("c"),
        ClientFrames.text(join));
    endTurn();
    assertEquals(
        List.of(
            List.of("a"),
            List.of("pong"),
            List.of("b"),
            List.of("error"),
            List.of("c"),
            List.of("error"),
            List.of("close")),
        written(second));
  }

  @Test
  void whoIsCutOffAtAJoinIsGoneBeforeTheNewcomerIsThere() {
    EmbeddedChannel third = new EmbeddedChannel();
    gateway.install(third.pipeline());
    join(first, second);
    block(second);
    receive(first, message(LONG));
    receive(third, ClientFrames.text(join));
    endTurn();
    assertEquals(
        List.of(List.of(LONG), List.of("member:left"), List.of("member:joined")), written(first));
    assertEquals(List.of(List.of("room:joined")), written(third));
    third.finishAndReleaseAll();
  }

  @Test
  void nothingComesBehindTheCloseFrameOfWhoIsCutOff() {
    join(first, second);
    block(second);
    receive(first, message(LONG));
    receive(second, ClientFrames.frame(true, FrameHead.PING));
    endTurn();
    unblock(second);
    assertEquals(List.of(List.of("close")), written(second));
  }

  @Test
  void whoIsCutOffWhenTheRoomEndsIsToldNothingBehindItsCloseFrame() {
    join(first, second);
    block(second);
    receive(first, message(LONG), ClientFrames.text("{\"type\":\"room:purge\"}"));
    endTurn();
    unblock(second);
    assertEquals(List.of(List.of("close")), written(second));
  }

  @Test
  void aBurstThatWaitsCountsByTheMemoryThatItTakes() {
    join(first, second);
    block(second);
    receive(first, message("a".repeat(80)), message("b"));
    endTurn();
    unblock(second);
    assertEquals(List.of(List.of("close")), written(second)); // though 119 bytes would have fit
  }

  /** Its socket takes nothing more. */
  private static void block(EmbeddedChannel channel) {
    channel.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
  }

  private void unblock(EmbeddedChannel channel) {
    channel.unsafe().outboundBuffer().setUserDefinedWritability(1, true);
    channel.runPendingTasks();
    endTurn();
  }
}
