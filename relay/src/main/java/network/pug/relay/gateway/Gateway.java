package network.pug.relay.gateway;

import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import network.pug.relay.room.Clock;
import network.pug.relay.room.Digest;
import network.pug.relay.room.Quota;
import network.pug.relay.room.Refusals;
import network.pug.relay.room.RoomDirectory;
import network.pug.relay.room.RoomLimits;

/** The realtime gateway of one relay. Safe for any thread. */
public final class Gateway {
  private final Settings settings;
  private final Clock clock;
  private final Refusals refusals;
  private final JoinPolicy joinPolicy;
  private final Backlog backlog;
  private final List<RoomLoop> loops;
  private final RoomDirectory<Connection> rooms;

  /** The event that tells every connection of a pipeline that the relay is shutting down. */
  public enum ShutDown {
    NOW
  }

  /**
   * What the gateway is to know.
   *
   * @param maxMessageBytes the most bytes of one message
   * @param messageRate messages a second that each member may send; 0 for no limit
   * @param maxQueueBytes the most bytes that wait for one member beyond what the socket takes
   * @param maxBacklogBytes the most bytes that wait in all: for slow members, or in messages that
   *     are not complete
   * @param timeouts how long a client may take
   */
  public record Settings(
      int maxMessageBytes,
      int messageRate,
      int maxQueueBytes,
      long maxBacklogBytes,
      Timeouts timeouts) {
    @Override
    public String toString() {
      return "Settings";
    }
  }

  /**
   * How long a client may take.
   *
   * @param join from the handshake to {@code room:join}
   * @param silence without a byte from a member until it is pinged
   * @param pong from the ping until its connection is dropped
   * @param close from our close frame until the connection is dropped
   * @param drain until what a closed connection sent too fast, and still waits, is given up
   * @param unread until a close frame that waits behind bytes nobody reads is given up
   */
  public record Timeouts(
      Duration join,
      Duration silence,
      Duration pong,
      Duration close,
      Duration drain,
      Duration unread) {}

  /**
   * A gateway whose rooms live on these event loops.
   *
   * @param random a CSPRNG that is safe for any thread
   * @param roomEnded run on an event loop whenever a room of it has ended
   * @param refusals told of what is refused here
   * @param joinPolicy who may join a room
   */
  public Gateway(
      Settings settings,
      List<EventLoop> eventLoops,
      RoomLimits limits,
      Quota roomQuota,
      Clock clock,
      RandomGenerator random,
      Runnable roomEnded,
      Refusals refusals,
      JoinPolicy joinPolicy) {
    this.settings = settings;
    this.refusals = refusals;
    this.joinPolicy = joinPolicy;
    this.clock = clock;
    this.backlog = new Backlog(settings.maxQueueBytes, settings.maxBacklogBytes, refusals);
    this.loops =
        eventLoops.stream()
            .map(loop -> new RoomLoop(loop, clock, random, roomQuota, roomEnded))
            .toList();
    this.rooms =
        new RoomDirectory<>(
            loops.stream()
                .map(loop -> new RoomDirectory.Shard<>(loop.registry(), loop.eventLoop()))
                .toList(),
            limits,
            roomQuota);
  }

  /** The rooms; whatever makes one does so through this. */
  public RoomDirectory<?> rooms() {
    return rooms;
  }

  /** How many bytes wait for members who are slow to read. */
  public long waitingBytes() {
    return backlog.bytes();
  }

  /** Turns a channel whose handshake was accepted, and which has no codec, into a WebSocket. */
  public void install(ChannelPipeline pipeline) {
    install(pipeline, Participant::new);
  }

  void install(ChannelPipeline pipeline, Participant.Factory participant) {
    pipeline.addLast(new Connection(this, pipeline.channel(), participant));
  }

  /** Removes every room and closes their members' connections with 1001. */
  public void clear() {
    loops.forEach(loop -> loop.eventLoop().execute(loop.registry()::clear));
  }

  Settings settings() {
    return settings;
  }

  Clock clock() {
    return clock;
  }

  JoinPolicy joinPolicy() {
    return joinPolicy;
  }

  Refusals refusals() {
    return refusals;
  }

  Backlog backlog() {
    return backlog;
  }

  /** Where the room of this id lives. */
  RoomLoop loopOf(Digest roomId) {
    return loops.get(rooms.shardOf(roomId));
  }
}
