package network.pug.relay.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import network.pug.relay.room.Refusals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
  /** Two frames and 100 bytes, as they are counted. */
  private static final int MAX_WAITING = 356;

  /** A socket that takes nothing until it is told to. */
  private static final class Tap extends ChannelOutboundHandlerAdapter {
    boolean open;

    @Override
    public void flush(ChannelHandlerContext context) {
      if (open) {
        context.flush();
      }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
      context.write(message, promise);
    }
  }

  /** What a connection does when its socket takes more. */
  private final class Pump extends ChannelInboundHandlerAdapter {
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
      if (context.channel().isWritable()) {
        outbox.flush();
      }
    }
  }

  private final Tap tap = new Tap();
  private final Backlog backlog = new Backlog(MAX_WAITING, 356 + 30, Refusals.UNHEARD);
  private final EmbeddedChannel channel = new EmbeddedChannel(tap, new Pump());
  private final Outbox outbox = new Outbox(channel, backlog);
  private final List<ByteBuf> offered = new ArrayList<>();

  OutboxTest() {
    channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(1, 10));
  }

  @AfterEach
  void everyBufferIsReleasedInTheEnd() {
    outbox.release();
    channel.finishAndReleaseAll();
    offered.forEach(frame -> assertEquals(0, frame.refCnt()));
  }

  private boolean offer(int size) {
    ByteBuf frame = Unpooled.buffer(size).writeZero(size).setByte(0, offered.size());
    offered.add(frame);
    return outbox.offer(frame);
  }

  private void finish() {
    ByteBuf frame = Unpooled.buffer(1).writeByte(99);
    offered.add(frame);
    outbox.finish(frame, () -> {});
  }

  /** The first bytes of the frames that went out. */
  private List<Integer> sent() {
    List<Integer> sent = new ArrayList<>();
    for (ByteBuf frame = channel.readOutbound(); frame != null; frame = channel.readOutbound()) {
      sent.add((int) frame.getByte(0));
      frame.release();
    }
    return sent;
  }

  @Test
  void sendsInOrderAndNotBeforeAFlush() {
    tap.open = true;
    offer(3);
    offer(3);
    assertNull(channel.readOutbound());
    outbox.flush();
    assertEquals(List.of(0, 1), sent());
  }

  @Test
  void holdsUpToItsBoundBeyondWhatTheSocketTakes() {
    assertTrue(offer(50));
    assertTrue(offer(40));
    assertTrue(offer(60));
    assertFalse(offer(1));
    tap.open = true;
    channel.flush();
    assertEquals(List.of(0, 1, 2), sent());
    assertTrue(offer(100));
    outbox.flush();
    assertEquals(List.of(4), sent());
  }

  @Test
  void tinyFramesAreBoundedByWhatTheyCostBesideTheirBytes() {
    offer(50);
    int taken = 0;
    while (offer(1)) {
      taken++;
    }
    assertEquals(2, taken);
    tap.open = true;
    channel.flush();
    assertEquals(List.of(0, 1, 2), sent());
  }

  @Test
  void whatWaitsForAllTogetherIsBoundedToo() {
    assertTrue(offer(50) && offer(60));
    assertTrue(backlog.tryAdd(0, 120));
    assertFalse(offer(30));
    assertFalse(backlog.admits());
    backlog.remove(120);
    assertTrue(offer(30));
    outbox.dropWaiting();
    assertTrue(backlog.admits());
    assertTrue(backlog.tryAdd(0, 356) && backlog.tryAdd(0, 30));
    tap.open = true;
    channel.flush();
    assertEquals(List.of(0), sent());
  }

  @Test
  void whatWaitsCanBeDroppedAndTheLastFrameStillGoesOut() {
    offer(50);
    offer(40);
    outbox.dropWaiting();
    finish();
    tap.open = true;
    channel.flush();
    assertEquals(List.of(0, 99), sent());
  }

  @Test
  void theLastFrameGoesBehindAllThatWaits() {
    offer(50);
    offer(40);
    finish();
    tap.open = true;
    channel.flush();
    assertEquals(List.of(0, 1, 99), sent());
  }

  @Test
  void saysWhenTheLastFrameIsWritten() {
    List<String> written = new ArrayList<>();
    outbox.finish(Unpooled.buffer(1).writeByte(1), () -> written.add("written"));
    assertTrue(written.isEmpty());
    tap.open = true;
    channel.flush();
    assertEquals(List.of("written"), written);
  }
}
