package network.pug.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import network.pug.relay.gateway.Gateway;
import network.pug.relay.http.Admission;
import network.pug.relay.http.HttpLayer;
import network.pug.relay.room.Digest;
import network.pug.relay.room.ManualClock;
import network.pug.relay.room.Quota;
import network.pug.relay.room.Refusals;
import network.pug.relay.room.RoomLimits;

/**
 * All layers of a relay over embedded channels, without a socket and without a thread; time stands
 * still until it is moved. It asks for no work, and has one room that every connection can join.
 */
final class EmbeddedRelay {
  /** The id of its room. */
  static final String ROOM_ID = "A".repeat(22);

  /** The secret of its room. */
  static final String ROOM_SECRET = "s";

  private static final int MAX_MESSAGE_BYTES = 1024;
  private static final int MAX_BACKLOG_BYTES = 1 << 20;
  private static final int MAX_TOKENS = 100_000;
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(2);

  private final TrackingAllocator alloc = new TrackingAllocator();
  private final ManualClock clock = new ManualClock();
  private final Random random = new Random();
  private final Quota rooms;
  private final EmbeddedChannel home = new EmbeddedChannel();
  private final Gateway gateway;
  private final HttpLayer http;

  /** A relay for so many rooms at a time. */
  EmbeddedRelay(int maxRooms) {
    this(maxRooms, Refusals.UNHEARD);
  }

  /** The same, which tells what it refuses. */
  EmbeddedRelay(int maxRooms, Refusals refusals) {
    rooms = new Quota(maxRooms);
    home.freezeTime();
    gateway =
        new Gateway(
            new Gateway.Settings(
                MAX_MESSAGE_BYTES,
                5,
                MAX_BACKLOG_BYTES,
                MAX_BACKLOG_BYTES,
                RelayConfig.Timeouts.STANDARD.gateway()),
            List.of(home.eventLoop()),
            new RoomLimits(60, 3600, 3600, 6, 2),
            rooms,
            clock,
            random,
            () -> {},
            refusals,
            new OpenDoor());
    http =
        new HttpLayer(
            new HttpLayer.Settings(
                "0",
                false,
                "/",
                null,
                List.of("mailto:nobody@example.com"),
                0,
                MAX_MESSAGE_BYTES,
                MAX_TOKENS,
                RelayConfig.Timeouts.STANDARD.http()),
            gateway.rooms(),
            clock,
            this::fill,
            alloc,
            refusals);
  }

  private void fill(ByteBuffer bytes) {
    byte[] drawn = new byte[bytes.remaining()];
    random.nextBytes(drawn);
    bytes.put(drawn);
  }

  /** Makes the relay what it was at the last start, whatever came between. */
  void start() {
    gateway.clear();
    settle();
    random.setSeed(1);
    clock.advance(TOKEN_LIFE.multipliedBy(3)); // nothing that was spent is remembered
    assertTrue(create(ROOM_ID, ROOM_SECRET, 3600, 2));
  }

  /** Makes a room, unless there are as many as there may be. */
  boolean create(String id, String secret, int ttl, int capacity) {
    if (!gateway.rooms().reserve()) {
      return false;
    }
    gateway
        .rooms()
        .create(digest(id), digest(secret), OptionalLong.of(ttl), OptionalLong.of(capacity));
    settle();
    return true;
  }

  /** Ends all rooms, and finds that nothing is left. */
  void end() {
    gateway.clear();
    settle();
    assertNothingLeft();
  }

  /** Finds neither a room nor a buffer. */
  void assertNothingLeft() {
    assertEquals(0, rooms.used(), "rooms");
    assertEquals(0, alloc.live(), "buffers");
  }

  /** Whether something is still to happen by itself. */
  boolean hasTimer() {
    return home.runScheduledPendingTasks() >= 0;
  }

  /** Opens a connection. */
  EmbeddedLine connect() {
    return connect(false, (any, headers) -> Admission.Decision.ADMITTED);
  }

  /** The same, by way of a trusted proxy or not. */
  EmbeddedLine connect(boolean proxied, Admission admission) {
    EmbeddedChannel channel = new EmbeddedChannel();
    channel.freezeTime();
    channel.config().setAllocator(alloc);
    http.install(channel, proxied, admission, gateway::install);
    return new EmbeddedLine(this, channel);
  }

  /** Runs what waits for the end of a turn. */
  void settle() {
    home.runPendingTasks();
    home.checkException();
  }

  /** Lets time pass for the relay; its connections have their own. */
  void pass(Duration duration) {
    clock.advance(duration);
    home.advanceTimeBy(duration.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static Digest digest(String text) {
    return Digest.of(ByteBuffer.wrap(text.getBytes(ISO_8859_1)));
  }
}
