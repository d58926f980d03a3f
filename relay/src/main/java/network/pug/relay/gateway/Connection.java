package network.pug.relay.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import network.pug.protocol.CloseCode;
import network.pug.protocol.ErrorCode;
import network.pug.relay.room.Bugs;
import network.pug.relay.room.Refusals;
import network.pug.relay.socket.HalfClose;

/**
 * One WebSocket connection, from the handshake to the end. Belongs to its channel's event loop,
 * which changes once: when it joins a room that lives on another.
 *
 * <pre>
 *              room:join            accepted
 *   [outside] ----------&gt; [moving] ----------&gt; [member] --+
 *       |                    | refused            |        | message, presence
 *       | anything else,     v                    |  &lt;-----+
 *       +---- 10 s -----&gt; [closing] &lt;-------------+ purge, TTL, close frame, violation, too slow
 *                            |
 *                            v answered, or timed out
 *                          (gone)
 * </pre>
 *
 * <p>While it moves, and while it must wait because it sent too fast, what was read already is held
 * back, and no more is read.
 */
final class Connection extends ChannelInboundHandlerAdapter {
  private final Gateway.Timeouts timeouts;
  private final Refusals refusals;
  private final Channel channel;
  private final Participant participant;
  private final Inbox inbox;
  private final FrameDecoder decoder;
  private final Outbox outbox;
  private final Deadline deadline;
  private final Heartbeat heartbeat;
  private boolean closing;
  private boolean unflushed;

  Connection(Gateway gateway, Channel channel, Participant.Factory participant) {
    this.timeouts = gateway.settings().timeouts();
    this.refusals = gateway.refusals();
    this.channel = channel;
    this.participant = participant.create(gateway, this, channel);
    this.decoder =
        new FrameDecoder(
            channel.alloc(), gateway.settings().maxMessageBytes(), gateway.backlog(), this::take);
    this.inbox = new Inbox(channel, decoder, this::take);
    this.outbox = new Outbox(channel, gateway.backlog());
    this.deadline = new Deadline(channel, this::guard);
    this.heartbeat = new Heartbeat(gateway.clock(), timeouts, deadline, this::ping, channel::close);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    deadline.set(timeouts.join(), () -> refuse(ErrorCode.JOIN_TIMEOUT));
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) {
    heartbeat.heard();
    decoder.decode((ByteBuf) bytes);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    Throwable root =
        cause instanceof DecoderException && cause.getCause() != null ? cause.getCause() : cause;
    switch (root) {
      case OutOfMemoryError full -> guard(() -> refuse(ErrorCode.OVERLOADED));
      case IOException gone -> channel.close();
      default -> abort(root);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (channel.isWritable()) {
      outbox.flush();
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == Gateway.ShutDown.NOW) {
      if (participant.isMoving()) {
        channel.close();
      } else {
        shutDown();
      }
    }
  }

  /** What was sent before the end is still said, at the rate that is allowed, but not for long. */
  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (participant.isMember() && inbox.isHolding()) {
      deadline.set(timeouts.drain(), this::end);
    } else {
      end();
    }
  }

  /**
   * Takes a frame to send; a member's is flushed at the end of the event loop's turn.
   *
   * @param frame released in any case
   * @return false if too much is waiting already
   */
  boolean offer(ByteBuf frame) {
    boolean taken = outbox.offer(frame);
    RoomLoop loop = participant.loop();
    if (loop == null) {
      outbox.flush();
    } else if (!unflushed) {
      unflushed = true;
      loop.flushLater(this);
    }
    return taken;
  }

  /** Says something, or ends the connection if too much is waiting already. */
  void send(Event event) {
    send(EventEncoder.encode(channel.alloc(), event));
  }

  /** Sends a frame, or ends the connection if too much is waiting already. */
  void send(ByteBuf frame) {
    participant.catchUp();
    if (!offer(frame)) {
      cutOff();
    }
  }

  /** Does something for this connection alone: where it fails, nobody else shall suffer. */
  void guard(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | OutOfMemoryError e) {
      abort(e);
    }
  }

  private void abort(Throwable bug) {
    channel.close();
    Bugs.report(bug);
  }

  void flush() {
    unflushed = false;
    outbox.flush();
  }

  /** Stops reading, and holds back what has been read. */
  void hold() {
    inbox.hold();
  }

  /** Goes on reading, from what was held back. */
  void resume() {
    inbox.resume();
    if (!channel.isActive() && !inbox.isHolding()) {
      end();
    }
  }

  /** A room is about to be joined: in time, whatever comes of it. */
  void joining() {
    deadline.cancel();
  }

  /**
   * A room was joined; from here on the connection is looked after.
   *
   * @return false if too much is waiting already, and the answer is lost
   */
  boolean joined(Event.Joined answer) {
    heartbeat.start();
    return offer(EventEncoder.encode(channel.alloc(), answer));
  }

  /** Says why, and begins to close. */
  void refuse(ErrorCode code) {
    refusals.refused(code.wireName());
    participant.catchUp();
    offer(EventEncoder.encode(channel.alloc(), new Event.Failure(code)));
    close(code == ErrorCode.OVERLOADED ? CloseCode.OVERLOADED : CloseCode.REFUSED, code.wireName());
  }

  /** Ends a connection whose other side does not read, unless it ends already. */
  void cutOff() {
    if (closing) {
      return;
    }
    refusals.refused("too-slow");
    outbox.dropWaiting();
    close(CloseCode.TOO_SLOW, "too slow");
  }

  /** Tells a member that its room is gone; it is out of the room already. */
  void roomGone(Event.RoomExpired why) {
    participant.roomGone();
    offer(EventEncoder.encode(channel.alloc(), why));
    close(why.closeCode(), why.reason());
  }

  /** The relay is shutting down, and the room, if any, is gone. */
  void shutDown() {
    close(CloseCode.GOING_AWAY, "shutting down");
  }

  private void take(Received received) {
    switch (received) {
      case Received.Close answer when closing -> channel.close();
      case Received late when closing -> late.release();
      case Received.Close close -> answer(close);
      case Received.Violation(int code) when code == CloseCode.OVERLOADED ->
          refuse(ErrorCode.OVERLOADED);
      case Received.Violation(int code) -> breached(code);
      case Received.Message message -> take(message);
    }
  }

  private void take(Received.Message message) {
    long delay = participant.delay();
    if (delay > 0) {
      inbox.hold(message);
      channel.eventLoop().schedule(() -> guard(this::resume), delay, TimeUnit.NANOSECONDS);
      return;
    }
    try {
      switch (message) {
        case Received.Text text -> participant.obey(text.content());
        case Received.Binary binary -> participant.relay(binary.content());
        case Received.Ping ping -> send(Frames.pong(channel.alloc(), ping.content()));
      }
    } finally {
      message.release();
    }
  }

  private void ping() {
    if (inbox.isHolding()) {
      heartbeat.heard(); // it is we who do not listen
    } else {
      send(Frames.ping(channel.alloc()));
    }
  }

  /** Begins the closing handshake (RFC 6455 section 7.1.2); what was sent before goes out first. */
  private void close(int code, String reason) {
    finish(
        Frames.close(channel.alloc(), code, reason),
        () -> deadline.set(timeouts.close(), channel::close));
  }

  /** Answers the other side's close frame. */
  private void answer(Received.Close close) {
    if (close.isBreach()) {
      breached(close.code());
    } else if (close.code() == Received.Close.NO_CODE) {
      sayGoodbye(Frames.close(channel.alloc()));
    } else {
      sayGoodbye(Frames.close(channel.alloc(), close.code(), ""));
    }
  }

  /** Ends a connection whose other side breached the protocol: nothing it says counts any more. */
  private void breached(int code) {
    refusals.refused(Integer.toString(code));
    sayGoodbye(Frames.close(channel.alloc(), code, ""));
  }

  /** Says the last words to somebody who says no more; what is under way shall still arrive. */
  private void sayGoodbye(ByteBuf closeFrame) {
    HalfClose.cork(channel);
    finish(
        closeFrame,
        () -> {
          deadline.set(timeouts.close(), channel::close);
          HalfClose.of(channel);
        });
  }

  private void finish(ByteBuf closeFrame, Runnable written) {
    if (closing) {
      closeFrame.release();
      return;
    }
    closing = true;
    participant.leave();
    decoder.discard();
    deadline.set(timeouts.unread(), channel::close);
    outbox.finish(closeFrame, written);
    // Last, for among what was held back there may be a close frame, which ends all.
    inbox.drop();
    channel.config().setAutoRead(true);
  }

  /** Lets go of all that it has: it is closed, and nothing more will come of it. */
  void end() {
    closing = true;
    deadline.cancel();
    participant.leave();
    decoder.end();
    inbox.drop();
    outbox.release();
  }
}
