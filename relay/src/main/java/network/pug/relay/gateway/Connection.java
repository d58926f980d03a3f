package network.pug.relay.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import network.pug.protocol.CloseCode;
import network.pug.protocol.ErrorCode;

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
 * <p>While it moves, and while it must wait because it sent too fast, frames that were read already
 * are held back in order, and no more are read.
 */
final class Connection extends ChannelInboundHandlerAdapter {
  private final Gateway gateway;
  private final Gateway.Timeouts timeouts;
  private final Channel channel;
  private final Participant participant;
  private final Inbox inbox;
  private final MessageAssembler assembler;
  private final Outbox outbox;
  private final Deadline deadline;
  private boolean closing;
  private boolean unflushed;
  private long lastHeard;

  Connection(Gateway gateway, Channel channel) {
    this.gateway = gateway;
    this.timeouts = gateway.settings().timeouts();
    this.channel = channel;
    this.participant = new Participant(gateway, this, channel);
    this.inbox = new Inbox(channel, this::take);
    this.assembler = new MessageAssembler(channel.alloc(), gateway.settings().maxMessageBytes());
    this.outbox = new Outbox(channel, gateway.settings().maxWaitingBytes(), gateway.backlog());
    this.deadline = new Deadline(channel);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    deadline.set(timeouts.join(), () -> refuse(ErrorCode.JOIN_TIMEOUT));
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object frame) {
    lastHeard = gateway.clock().nanos();
    inbox.add(frame);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    Throwable root =
        cause instanceof DecoderException && cause.getCause() != null ? cause.getCause() : cause;
    switch (root) {
      case CorruptedWebSocketFrameException violation -> inbox.add(violation);
      case OutOfMemoryError full -> refuse(ErrorCode.OVERLOADED);
      case IOException gone -> channel.close();
      default -> {
        channel.close();
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, root);
      }
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
      shutDown();
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
    if (!channel.isActive()) {
      frame.release();
      return true;
    }
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

  /** Sends a frame, or ends the connection if too much is waiting already. */
  void send(ByteBuf frame) {
    if (!offer(frame)) {
      cutOff();
    }
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

  /** A room was joined; from here on the connection is looked after. */
  void joined(ByteBuf answer) {
    send(answer);
    deadline.set(timeouts.silence(), this::checkAlive);
  }

  /** Says why, and begins to close. */
  void refuse(ErrorCode code) {
    offer(Frames.text(channel.alloc(), Events.error(code)));
    close(code == ErrorCode.OVERLOADED ? CloseCode.OVERLOADED : CloseCode.REFUSED, code.wireName());
  }

  /** Ends a connection whose other side does not read. */
  void cutOff() {
    outbox.dropWaiting();
    close(CloseCode.TOO_SLOW, "too slow");
  }

  /** Tells a member that its room is gone; it is out of the room already. */
  void roomGone(String reason, int closeCode) {
    participant.roomGone();
    offer(Frames.text(channel.alloc(), Events.expired(reason)));
    close(closeCode, reason);
  }

  /** The relay is shutting down, and the room, if any, is gone. */
  void shutDown() {
    close(CloseCode.GOING_AWAY, "");
  }

  /** Handles a frame, or a violation in place of one, and releases it. */
  private void take(Object frame) {
    try {
      switch (frame) {
        case CloseWebSocketFrame answer when closing -> channel.close();
        case Object late when closing -> {}
        case CorruptedWebSocketFrameException violation -> violated(violation);
        case CloseWebSocketFrame close -> answer(close);
        case PingWebSocketFrame ping -> send(Frames.pong(channel.alloc(), ping.content()));
        case PongWebSocketFrame pong -> {}
        case WebSocketFrame data -> {
          WebSocketFrame message = assembler.add(data);
          if (message != null) {
            take(message);
          }
        }
        default -> throw new IllegalStateException("the decoder gives frames only");
      }
    } catch (CorruptedWebSocketFrameException tooBig) {
      violated(tooBig);
    } finally {
      ReferenceCountUtil.release(frame);
    }
  }

  private void take(WebSocketFrame message) {
    long delay = participant.delay();
    if (delay > 0) {
      inbox.putBack(message);
      inbox.hold();
      channel.eventLoop().schedule(this::resume, delay, TimeUnit.NANOSECONDS);
      return;
    }
    try {
      if (message instanceof TextWebSocketFrame) {
        participant.obey(message.content());
      } else {
        participant.relay(message.content());
      }
    } finally {
      message.release();
    }
  }

  private void checkAlive() {
    long now = gateway.clock().nanos();
    if (inbox.isHolding()) {
      lastHeard = now; // it is we who do not listen
    }
    Duration silent = Duration.ofNanos(now - lastHeard);
    Duration dead = timeouts.silence().plus(timeouts.pong());
    if (silent.compareTo(dead) >= 0) {
      channel.close();
    } else if (silent.compareTo(timeouts.silence()) >= 0) {
      deadline.set(dead.minus(silent), this::checkAlive);
      send(Frames.ping(channel.alloc()));
    } else {
      deadline.set(timeouts.silence().minus(silent), this::checkAlive);
    }
  }

  private void violated(CorruptedWebSocketFrameException violation) {
    close(violation.closeStatus().code(), "");
  }

  /** Begins the closing handshake (RFC 6455 section 7.1.2); what was sent before goes out first. */
  private void close(int code, String reason) {
    finish(
        Frames.close(channel.alloc(), code, reason),
        () -> deadline.set(timeouts.close(), channel::close));
  }

  /** Answers the other side's close frame with its code, and lets go. */
  private void answer(CloseWebSocketFrame close) {
    finish(
        close.statusCode() < 0
            ? Frames.close(channel.alloc())
            : Frames.close(channel.alloc(), close.statusCode(), ""),
        channel::close);
  }

  private void finish(ByteBuf closeFrame, Runnable written) {
    if (closing) {
      closeFrame.release();
      return;
    }
    closing = true;
    participant.leave();
    assembler.release();
    inbox.drop();
    channel.config().setAutoRead(true);
    deadline.set(timeouts.unread(), channel::close);
    outbox.finish(closeFrame, written);
  }

  private void end() {
    closing = true;
    deadline.cancel();
    participant.leave();
    assembler.release();
    inbox.drop();
    outbox.release();
  }

  @Override
  public String toString() {
    return "Connection";
  }
}
