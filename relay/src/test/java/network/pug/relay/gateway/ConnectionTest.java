package network.pug.relay.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import network.pug.relay.OpenDoor;
import network.pug.relay.RelayConfig;
import network.pug.relay.room.Digest;
import network.pug.relay.room.ManualClock;
import network.pug.relay.room.Quota;
import network.pug.relay.room.Refusals;
import network.pug.relay.room.RoomLimits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a connection does in time, with time in the test's hand. */
class ConnectionTest {
  private static final int MAX_BACKLOG = 900;

  /** A socket that takes nothing while it is shut. */
  private static final class Tap extends ChannelOutboundHandlerAdapter {
    boolean shut;

    @Override
    public void flush(ChannelHandlerContext context) {
      if (!shut) {
        context.flush();
      }
    }
  }

  private final ManualClock clock = new ManualClock();
  private final Quota rooms = new Quota(10);
  private final Tap tap = new Tap();
  private final EmbeddedChannel channel = new EmbeddedChannel(tap);
  private final OpenDoor door = new OpenDoor();
  private final Gateway gateway =
      new Gateway(
          new Gateway.Settings(
              65_536, 2, 1 << 20, MAX_BACKLOG, RelayConfig.Timeouts.STANDARD.gateway()),
          List.of(channel.eventLoop()),
          new RoomLimits(1, 3600, 3600, 6, 2),
          rooms,
          clock,
          new Random(1),
          () -> {},
          Refusals.UNHEARD,
          door);

  private int created;

  ConnectionTest() {
    channel.freezeTime();
    gateway.install(channel.pipeline());
  }

  @AfterEach
  void release() {
    tap.shut = false;
    channel.finishAndReleaseAll();
  }

  private void pass(Duration duration) {
    clock.advance(duration);
    channel.advanceTimeBy(duration.toNanos(), TimeUnit.NANOSECONDS);
    channel.runPendingTasks();
    channel.runPendingTasks(); // what those have left to do at the end of the turn
  }

  /** In small steps: this channel runs what is due while it writes, which no real one does. */
  private void passSlowly(Duration duration) {
    Duration step = Duration.ofMillis(250);
    for (long i = 0; i < duration.dividedBy(step); i++) {
      pass(step);
    }
  }

  private void join() {
    channel.writeInbound(ClientFrames.text(createRoom()));
    channel.runPendingTasks();
  }

  /** Makes a room, and returns the message that joins it. */
  private String createRoom() {
    assertTrue(gateway.rooms().reserve());
    String id = "room-" + ++created;
    gateway.rooms().create(digest(id), digest("s"), OptionalLong.empty(), OptionalLong.empty());
    channel.runPendingTasks();
    return "{\"type\":\"room:join\",\"roomId\":\"%s\",\"roomSecret\":\"s\"}".formatted(id);
  }

  private static Digest digest(String text) {
    return Digest.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
  }

  /** The next frame's first byte, and its text; null if there is none. */
  private @Nullable String sent() {
    ByteBuf frame = channel.readOutbound();
    if (frame == null) {
      return null;
    }
    int opcode = frame.readUnsignedByte();
    frame.skipBytes(frame.readUnsignedByte() == 126 ? 2 : 0);
    String text = frame.toString(StandardCharsets.ISO_8859_1);
    frame.release();
    return Integer.toHexString(opcode) + " " + text;
  }

  private void assertSent(String opcode, String part) {
    String frame = sent();
    assertTrue(frame != null && frame.startsWith(opcode) && frame.contains(part), () -> "" + frame);
  }

  @Test
  void aConnectionThatDoesNotJoinIsToldAndClosed() {
    pass(Duration.ofSeconds(10).minusMillis(1));
    assertNull(sent());
    pass(Duration.ofMillis(1));
    assertSent("81", "join-timeout");
    assertSent("88", "join-timeout");
    pass(Duration.ofSeconds(5));
    assertFalse(channel.isOpen());
  }

  @Test
  void aSilentMemberIsPingedAfter30SecondsAndDroppedAfter30More() {
    join();
    assertSent("81", "room:joined");
    pass(Duration.ofSeconds(30));
    assertSent("89", "");
    pass(Duration.ofSeconds(30).minusMillis(1));
    assertTrue(channel.isOpen());
    pass(Duration.ofMillis(1));
    assertFalse(channel.isOpen());
    assertEquals(0, rooms.used());
  }

  @Test
  void aPongKeepsAMember() {
    join();
    pass(Duration.ofSeconds(30));
    channel.writeInbound(ClientFrames.frame(true, FrameHead.PONG));
    pass(Duration.ofSeconds(59));
    assertTrue(channel.isOpen());
  }

  @Test
  void aMemberWhoIsHeldBackIsNotTakenForGone() {
    join();
    for (int i = 0; i < 140; i++) {
      channel.writeInbound(ClientFrames.frame(true, FrameHead.BINARY, (byte) i));
    }
    passSlowly(Duration.ofSeconds(62));
    assertFalse(channel.config().isAutoRead());
    assertTrue(channel.isOpen());
    passSlowly(Duration.ofSeconds(10));
    assertTrue(channel.config().isAutoRead());
  }

  @Test
  void nobodyJoinsWhileTooMuchWaitsForSlowMembers() {
    assertTrue(gateway.backlog().tryAdd(0, MAX_BACKLOG));
    join();
    assertSent("81", "overloaded");
    assertSent("88", "\u0003\u00f5overloaded"); // 1013
    assertEquals(1, door.refused());
  }

  @Test
  void whoJoinsWithAFullQueueIsToldOfAsComeAndThenAsGone() {
    String joinMessage = createRoom();
    channel.writeInbound(ClientFrames.text(joinMessage));
    channel.runPendingTasks();
    assertSent("81", "room:joined");
    Tap shut = new Tap();
    shut.shut = true;
    EmbeddedChannel newcomer = new EmbeddedChannel(shut);
    newcomer.config().setWriteBufferWaterMark(new WriteBufferWaterMark(1, 10));
    gateway.install(newcomer.pipeline());
    // The first pong goes to the socket; two wait, and leave too little room for the answer.
    for (int size : new int[] {125, 125, 125}) {
      newcomer.writeInbound(ClientFrames.frame(true, FrameHead.PING, new byte[size]));
    }
    newcomer.writeInbound(ClientFrames.text(joinMessage));
    channel.runPendingTasks();
    assertSent("81", "member:joined");
    assertSent("81", "member:left");
    shut.shut = false;
    newcomer.finishAndReleaseAll();
  }

  @Test
  void aCloseFrameThatNobodyReadsIsGivenUpAfterFiveSeconds() {
    join();
    tap.shut = true;
    channel.writeInbound(ClientFrames.text("{\"type\":\"room:purge\"}"));
    channel.runPendingTasks();
    pass(Duration.ofSeconds(5).minusMillis(1));
    assertTrue(channel.isOpen());
    pass(Duration.ofMillis(1));
    assertFalse(channel.isOpen());
  }

  /** A pong may be under way, and would reset what has not been read yet. */
  @Test
  void whoeverClosesIsAnsweredAndGivenTimeToReadThat() {
    join();
    sent();
    channel.writeInbound(ClientFrames.frame(true, FrameHead.CLOSE, (byte) 3, (byte) 0xe8));
    assertSent("88", "\u0003\u00e8");
    pass(Duration.ofSeconds(5).minusMillis(1));
    assertTrue(channel.isOpen());
    pass(Duration.ofMillis(1));
    assertFalse(channel.isOpen());
  }

  @Test
  void whoseCloseFrameIsHeldBackIsStillToldOfTheEnd() {
    join();
    sent();
    for (int i = 0; i < 5; i++) {
      channel.writeInbound(ClientFrames.frame(true, FrameHead.BINARY, (byte) ('0' + i)));
    }
    channel.writeInbound(ClientFrames.frame(true, FrameHead.CLOSE, (byte) 3, (byte) 0xe8));
    gateway.clear();
    channel.runPendingTasks();
    for (int i = 0; i < 4; i++) {
      assertSent("82", "" + i);
    }
    assertSent("88", "shutting down");
    assertFalse(channel.isOpen());
  }

  @Test
  void pingsCountAgainstTheRateTooJoinedOrNot() {
    for (int i = 0; i < 5; i++) {
      channel.writeInbound(ClientFrames.frame(true, FrameHead.PING, (byte) ('0' + i)));
    }
    for (int i = 0; i < 4; i++) {
      assertSent("8a", "" + i);
    }
    assertNull(sent());
    assertFalse(channel.config().isAutoRead());
    pass(Duration.ofMillis(500));
    assertSent("8a", "4");
    assertTrue(channel.config().isAutoRead());
  }

  @Test
  void messagesAboveTheRateAreHeldBackAndNotDropped() {
    join();
    sent();
    for (int i = 0; i < 6; i++) {
      channel.writeInbound(ClientFrames.frame(true, FrameHead.BINARY, (byte) ('0' + i)));
    }
    channel.runPendingTasks();
    for (int i = 0; i < 4; i++) {
      assertSent("82", "" + i);
    }
    assertNull(sent());
    assertFalse(channel.config().isAutoRead());
    pass(Duration.ofMillis(500));
    assertSent("82", "4");
    assertNull(sent());
    pass(Duration.ofMillis(500));
    assertSent("82", "5");
    assertTrue(channel.config().isAutoRead());
  }
}
