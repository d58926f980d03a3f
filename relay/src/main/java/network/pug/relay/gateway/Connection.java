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
import io.netty.util.concurrent.ScheduledFuture;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import network.pug.protocol.CloseCode;
import network.pug.protocol.ErrorCode;
import network.pug.relay.room.JoinResult;
import network.pug.relay.room.JoinResult.Joined;
import network.pug.relay.room.JoinResult.Refused;
import network.pug.relay.room.Member;
import org.jspecify.annotations.Nullable;

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
  private final Channel channel;
  private final Outbox outbox;
  private final MessageAssembler assembler;
  private final ArrayDeque<Object> heldBack = new ArrayDeque<>(0);

  private @Nullable RoomLoop loop;
  private @Nullable Member<Connection> member;
  private @Nullable RateLimit rateLimit;
  private @Nullable ScheduledFuture<?> timer;
  private boolean holding;
  private boolean closing;
  private boolean unflushed;
  private long lastHeard;

  Connection(Gateway gateway, Channel channel) {
    this.gateway = gateway;
    this.channel = channel;
    this.outbox = new Outbox(channel, gateway.settings().maxWaitingBytes());
    this.assembler = new MessageAssembler(channel.alloc(), gateway.settings().maxMessageBytes());
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    startTimer(gateway.settings().timeouts().join(), () -> refuse(ErrorCode.JOIN_TIMEOUT));
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    lastHeard = gateway.clock().nanos();
    if (closing) {
      if (message instanceof CloseWebSocketFrame) {
        channel.close();
      }
      ReferenceCountUtil.release(message);
    } else if (holding) {
      heldBack.add(message);
    } else {
      take(message);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    Throwable root =
        cause instanceof DecoderException && cause.getCause() != null ? cause.getCause() : cause;
    switch (root) {
      case CorruptedWebSocketFrameException violation when holding -> heldBack.add(violation);
      case CorruptedWebSocketFrameException violation -> take(violation);
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
    if (member != null && holding) {
      startTimer(gateway.settings().timeouts().drain(), this::end);
    } else {
      end();
    }
  }

  /**
   * Takes a frame to send; it is flushed at the end of the event loop's turn.
   *
   * @param frame released in any case
   * @return false if too much is waiting already
   */
  boolean offer(ByteBuf frame) {
    if (!channel.isActive()) {
      frame.release();
      return true;
    }
    if (loop != null && !unflushed) {
      unflushed = true;
      loop.flushLater(this);
    }
    return outbox.offer(frame);
  }

  void flush() {
    unflushed = false;
    outbox.flush();
  }

  /** Ends a connection whose other side does not read. */
  void cutOff() {
    outbox.dropWaiting();
    close(CloseCode.TOO_SLOW, "too slow");
  }

  /** Tells a member that its room is gone; it is out of the room already. */
  void roomGone(String reason, int closeCode) {
    member = null;
    offer(Frames.text(channel.alloc(), Events.expired(reason)));
    close(closeCode, reason);
  }

  void shutDown() {
    close(CloseCode.GOING_AWAY, "");
  }

  private void take(Object message) {
    try {
      switch (message) {
        case CorruptedWebSocketFrameException violation ->
            close(violation.closeStatus().code(), "");
        case CloseWebSocketFrame close -> answerClose(close);
        case PingWebSocketFrame ping -> sendOrCutOff(Frames.pong(channel.alloc(), ping.content()));
        case PongWebSocketFrame pong -> {}
        case WebSocketFrame data -> {
          WebSocketFrame whole = assembler.add(data);
          if (whole != null) {
            message(whole);
          }
        }
        default -> throw new IllegalStateException("the decoder gives frames only");
      }
    } catch (CorruptedWebSocketFrameException tooBig) {
      close(tooBig.closeStatus().code(), "");
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void message(WebSocketFrame message) {
    long delay = rateLimit == null ? 0 : rateLimit.delay(gateway.clock().nanos());
    if (delay > 0) {
      heldBack.addFirst(message);
      hold();
      channel.eventLoop().schedule(this::resume, delay, TimeUnit.NANOSECONDS);
      return;
    }
    try {
      if (message instanceof TextWebSocketFrame) {
        obey(CommandDecoder.decode(channel.alloc(), message.content()));
      } else {
        relay(message.content());
      }
    } finally {
      message.release();
    }
  }

  private void relay(ByteBuf payload) {
    if (!payload.isReadable()) {
      refuse(ErrorCode.MALFORMED);
    } else if (member == null || loop == null) {
      refuse(ErrorCode.NOT_JOINED);
    } else {
      Member<Connection> sender = member;
      OptionalLong timestamp = loop.registry().send(sender);
      if (timestamp.isPresent()) {
        loop.broadcast(
            sender.room(),
            null,
            Frames.message(channel.alloc(), sender.connectionId(), timestamp.getAsLong(), payload));
      }
    }
  }

  private void obey(Command command) {
    switch (command) {
      case Command.Join join when member != null -> {
        join.roomIdText().release();
        refuse(ErrorCode.ALREADY_JOINED);
      }
      case Command.Join join -> moveAndJoin(join);
      case Command.Purge purge when member == null || loop == null -> refuse(ErrorCode.NOT_JOINED);
      case Command.Purge purge -> {
        if (!loop.registry().purge(member)) {
          sendOrCutOff(Frames.text(channel.alloc(), Events.error(ErrorCode.NOT_CREATOR)));
        }
      }
      case Command.Malformed malformed -> refuse(ErrorCode.MALFORMED);
    }
  }

  private void moveAndJoin(Command.Join join) {
    stopTimer();
    RoomLoop target = gateway.loopOf(join.roomId());
    if (target.eventLoop().inEventLoop()) {
      join(target, join);
      return;
    }
    hold();
    channel
        .deregister()
        .addListener(
            left ->
                target
                    .eventLoop()
                    .register(channel)
                    .addListener(
                        arrived -> {
                          join(target, join);
                          resume();
                        }));
  }

  private void join(RoomLoop target, Command.Join join) {
    try {
      if (!channel.isActive()) {
        return;
      }
      switch (target.registry().join(join.roomId(), join.roomSecret(), this)) {
        case Refused<Connection>(JoinResult.Refusal refusal) -> refuse(errorCode(refusal));
        case Joined<Connection>(Member<Connection> self) -> {
          loop = target;
          member = self;
          rateLimit = new RateLimit(gateway.settings().messageRate(), gateway.clock().nanos());
          offer(Frames.text(channel.alloc(), Events.joined(self), join.roomIdText()));
          target.broadcast(
              self.room(), self, Frames.text(channel.alloc(), Events.memberJoined(self)));
          startTimer(gateway.settings().timeouts().silence(), this::checkAlive);
        }
      }
    } finally {
      join.roomIdText().release();
    }
  }

  private static ErrorCode errorCode(JoinResult.Refusal refusal) {
    return switch (refusal) {
      case ROOM_NOT_FOUND -> ErrorCode.ROOM_NOT_FOUND;
      case ROOM_EXPIRED -> ErrorCode.ROOM_EXPIRED;
      case ROOM_FULL -> ErrorCode.ROOM_FULL;
      case BAD_SECRET -> ErrorCode.BAD_SECRET;
    };
  }

  private void hold() {
    holding = true;
    channel.config().setAutoRead(false);
  }

  private void resume() {
    holding = false;
    while (!holding && !closing && !heldBack.isEmpty()) {
      take(heldBack.remove());
    }
    if (!holding && !closing) {
      if (channel.isActive()) {
        channel.config().setAutoRead(true);
      } else {
        end();
      }
    }
  }

  private void checkAlive() {
    long now = gateway.clock().nanos();
    if (holding) {
      lastHeard = now;
    }
    Gateway.Timeouts timeouts = gateway.settings().timeouts();
    Duration silent = Duration.ofNanos(now - lastHeard);
    Duration dead = timeouts.silence().plus(timeouts.pong());
    if (silent.compareTo(dead) >= 0) {
      channel.close();
    } else if (silent.compareTo(timeouts.silence()) >= 0) {
      sendOrCutOff(Frames.ping(channel.alloc()));
      startTimer(dead.minus(silent), this::checkAlive);
    } else {
      startTimer(timeouts.silence().minus(silent), this::checkAlive);
    }
  }

  private void sendOrCutOff(ByteBuf frame) {
    if (!offer(frame)) {
      cutOff();
    } else if (loop == null) {
      outbox.flush();
    }
  }

  private void refuse(ErrorCode code) {
    offer(Frames.text(channel.alloc(), Events.error(code)));
    close(code == ErrorCode.OVERLOADED ? CloseCode.OVERLOADED : CloseCode.REFUSED, code.wireName());
  }

  /** Begins the closing handshake (RFC 6455 section 7.1.2); what was sent before goes out first. */
  private void close(int code, String reason) {
    finish(
        Frames.close(channel.alloc(), code, reason),
        () -> startTimer(gateway.settings().timeouts().close(), channel::close));
  }

  private void answerClose(CloseWebSocketFrame close) {
    ByteBuf answer =
        close.statusCode() < 0
            ? Frames.close(channel.alloc())
            : Frames.close(channel.alloc(), close.statusCode(), "");
    finish(answer, channel::close);
  }

  private void finish(ByteBuf closeFrame, Runnable written) {
    if (closing) {
      closeFrame.release();
      return;
    }
    closing = true;
    leave();
    releaseHeld();
    startTimer(gateway.settings().timeouts().drain(), channel::close);
    channel.config().setAutoRead(true);
    outbox.finish(closeFrame, written);
  }

  private void leave() {
    Member<Connection> leaver = member;
    member = null;
    if (leaver != null && loop != null && loop.registry().leave(leaver)) {
      loop.broadcast(leaver.room(), null, Frames.text(channel.alloc(), Events.memberLeft(leaver)));
    }
  }

  private void end() {
    closing = true;
    stopTimer();
    leave();
    releaseHeld();
    outbox.release();
  }

  private void releaseHeld() {
    assembler.release();
    heldBack.forEach(ReferenceCountUtil::release);
    heldBack.clear();
  }

  private void startTimer(Duration duration, Runnable action) {
    stopTimer();
    timer = channel.eventLoop().schedule(action, duration.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void stopTimer() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }

  @Override
  public String toString() {
    return "Connection";
  }
}
