package network.pug.relay.room;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import network.pug.protocol.Wire;

/**
 * Finds the registry, and so the thread, that owns a room; and makes new rooms. Safe for any
 * thread.
 *
 * @param <C> the caller's handle of a connection
 */
public final class RoomDirectory<C> {

  /**
   * A registry and the thread it belongs to.
   *
   * @param thread runs what it is given one after the other, on the registry's thread
   */
  public record Shard<C>(RoomRegistry<C> registry, Executor thread) {}

  private final List<Shard<C>> shards;
  private final RoomLimits limits;
  private final Quota roomQuota;
  private final RandomGenerator random;

  /**
   * A directory of {@code shards}, which may never change.
   *
   * @param roomQuota how many rooms there may be over all shards
   * @param random a CSPRNG that is safe for any thread
   */
  public RoomDirectory(
      List<Shard<C>> shards, RoomLimits limits, Quota roomQuota, RandomGenerator random) {
    this.shards = List.copyOf(shards);
    this.limits = limits;
    this.roomQuota = roomQuota;
    this.random = random;
  }

  /** What a room may ask for. */
  public RoomLimits limits() {
    return limits;
  }

  /** The index of the shard that owns the room of this id, whether there is such a room or not. */
  public int shardOf(Digest id) {
    return (int) Long.remainderUnsigned(id.b(), shards.size());
  }

  /** Takes a place for a room, to be used by {@link #create} or given back by {@link #release}. */
  public boolean reserve() {
    return roomQuota.tryAcquire();
  }

  /** Gives back a place that {@link #reserve} took and no room was made for. */
  public void release() {
    roomQuota.release();
  }

  /**
   * Makes a room in a place that was reserved; its life begins on its own thread.
   *
   * @param ttl seconds asked for, clamped into the limits
   * @param capacity members asked for, clamped into the limits
   */
  public CompletableFuture<NewRoom> create(OptionalLong ttl, OptionalLong capacity) {
    byte[] roomId = randomText(Wire.ROOM_ID_BYTES);
    byte[] roomSecret = randomText(Wire.ROOM_SECRET_BYTES);
    Digest id = Digest.of(ByteBuffer.wrap(roomId));
    Digest secret = Digest.of(ByteBuffer.wrap(roomSecret));
    Shard<C> shard = shards.get(shardOf(id));
    return CompletableFuture.supplyAsync(
        () -> {
          Room<C> room =
              shard.registry().create(id, secret, limits.ttl(ttl), limits.capacity(capacity));
          return new NewRoom(
              roomId, roomSecret, room.createdAt(), room.expiresAt(), room.ttl(), room.capacity());
        },
        shard.thread());
  }

  /** This many random bytes as base64url without padding, in ASCII. */
  private byte[] randomText(int bytes) {
    byte[] raw = new byte[bytes];
    try {
      random.nextBytes(raw);
      return Base64.getUrlEncoder().withoutPadding().encode(raw);
    } finally {
      Arrays.fill(raw, (byte) 0);
    }
  }
}
