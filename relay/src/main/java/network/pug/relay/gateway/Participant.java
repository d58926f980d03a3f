package network.pug.relay.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.util.OptionalLong;
import network.pug.protocol.ErrorCode;
import network.pug.relay.room.JoinResult;
import network.pug.relay.room.JoinResult.Joined;
import network.pug.relay.room.JoinResult.Refused;
import network.pug.relay.room.Member;
import org.jspecify.annotations.Nullable;

/**
 * What a connection is to the rooms: nothing at first, then a member of one, in the end nothing
 * again. Carries out what the other side asks for, each command of spec/protocol.md, "Client to
 * relay". Belongs to its connection's event loop.
 */
class Participant {

  /** Makes what a new connection is to be. */
  @FunctionalInterface
  interface Factory {
    Participant create(Gateway gateway, Connection connection, Channel channel);
  }

  private final Gateway gateway;
  private final Connection connection;
  private final Channel channel;

  /** A new one for the room, so that nothing that came before counts there. */
  private RateLimit rateLimit;

  // Set when a room is joined.
  private @Nullable RoomLoop loop;
  private @Nullable Member<Connection> member;
  private boolean moving;

  Participant(Gateway gateway, Connection connection, Channel channel) {
    this.gateway = gateway;
    this.connection = connection;
    this.channel = channel;
    this.rateLimit = newRateLimit();
  }

  private RateLimit newRateLimit() {
    return new RateLimit(gateway.settings().messageRate(), gateway.clock().nanos());
  }

  /** Whether it is in a room now. */
  boolean isMember() {
    return member != null;
  }

  /** Whether its connection is between two event loops, and must not be touched by either. */
  boolean isMoving() {
    return moving;
  }

  /** The event loop of its room; null before it joined one. */
  @Nullable RoomLoop loop() {
    return loop;
  }

  /**
   * Asks to send one message, or a ping: 0 if it may, else for how many nanoseconds it must wait.
   */
  long delay() {
    return rateLimit.delay(gateway.clock().nanos());
  }

  /** Gives a payload, which stays the caller's, to all members of the room. */
  void relay(ByteBuf payload) {
    if (!payload.isReadable()) {
      connection.refuse(ErrorCode.MALFORMED);
    } else if (member == null || loop == null) {
      connection.refuse(ErrorCode.NOT_JOINED);
    } else {
      Member<Connection> sender = member;
      OptionalLong timestamp = loop.registry().send(sender);
      if (timestamp.isPresent()) {
        loop.relay(sender, timestamp.getAsLong(), channel.alloc(), payload);
      }
    }
  }

  /** Does what a text message, which stays the caller's, asks for. */
  void obey(ByteBuf text) {
    switch (CommandDecoder.decode(channel.alloc(), text)) {
      case Command.Join join when member != null -> {
        join.roomIdText().release();
        connection.refuse(ErrorCode.ALREADY_JOINED);
      }
      case Command.Join join -> moveAndJoin(join);
      case Command.Purge purge when member == null || loop == null ->
          connection.refuse(ErrorCode.NOT_JOINED);
      case Command.Purge purge -> {
        if (!loop.registry().purge(member)) {
          connection.send(new Event.Failure(ErrorCode.NOT_CREATOR));
        }
      }
      case Command.Malformed malformed -> connection.refuse(ErrorCode.MALFORMED);
    }
  }

  /** Gets what was said in the room until now, so that what it is told next comes behind it. */
  void catchUp() {
    if (member != null && loop != null) {
      loop.handOut(member.room());
    }
  }

  /** Leaves the room, and has the others told. */
  void leave() {
    try {
      catchUp();
    } finally {
      Member<Connection> leaver = member;
      member = null;
      if (leaver != null && loop != null && loop.registry().leave(leaver)) {
        loop.broadcast(leaver.room(), null, encode(new Event.MemberLeft(leaver)));
      }
    }
  }

  /** Its room is gone, and it is in none. */
  void roomGone() {
    member = null;
  }

  private void moveAndJoin(Command.Join join) {
    connection.joining();
    if (!gateway.joinPolicy().mayJoin(channel)) {
      join.roomIdText().release();
      channel.close();
      return;
    }
    if (!gateway.backlog().admits()) {
      join.roomIdText().release();
      refuseToJoin(ErrorCode.OVERLOADED);
      return;
    }
    RoomLoop target = gateway.loopOf(join.roomId());
    if (target.eventLoop().inEventLoop()) {
      join(target, join);
      return;
    }
    connection.hold();
    moving = true;
    channel
        .deregister()
        .addListener(
            left ->
                target
                    .eventLoop()
                    .register(channel)
                    .addListener(arrived -> arrive(target, join, arrived)));
  }

  /** Runs on the new event loop; on the old one only where the connection never got away. */
  private void arrive(RoomLoop target, Command.Join join, Future<?> arrived) {
    moving = false;
    if (arrived.isSuccess()) {
      join(target, join);
      connection.resume();
    } else {
      // It was closed on the way, of which nobody has told it.
      join.roomIdText().release();
      channel.close();
      connection.end();
    }
  }

  private void join(RoomLoop target, Command.Join join) {
    try {
      if (!channel.isActive()) {
        return;
      }
      target.handOutAll();
      switch (target.registry().join(join.roomId(), join.roomSecret(), connection)) {
        case Refused<Connection>(JoinResult.Refusal refusal) -> refuseToJoin(errorCode(refusal));
        case Joined<Connection>(Member<Connection> self) -> {
          loop = target;
          member = self;
          rateLimit = newRateLimit();
          boolean keepsUp = connection.joined(new Event.Joined(self, join.roomIdText()));
          target.broadcast(self.room(), self, encode(new Event.MemberJoined(self)));
          if (!keepsUp) {
            connection.cutOff(); // only now, for others hear of its leaving after its joining
          }
        }
      }
    } finally {
      join.roomIdText().release();
    }
  }

  private void refuseToJoin(ErrorCode why) {
    connection.refuse(why);
    gateway.joinPolicy().joinRefused(channel); // only now, for it may close what has to say why
  }

  private ByteBuf encode(Event event) {
    return EventEncoder.encode(channel.alloc(), event);
  }

  private static ErrorCode errorCode(JoinResult.Refusal refusal) {
    return switch (refusal) {
      case ROOM_NOT_FOUND -> ErrorCode.ROOM_NOT_FOUND;
      case ROOM_EXPIRED -> ErrorCode.ROOM_EXPIRED;
      case ROOM_FULL -> ErrorCode.ROOM_FULL;
      case BAD_SECRET -> ErrorCode.BAD_SECRET;
    };
  }

  @Override
  public String toString() {
    return "Participant";
  }
}
