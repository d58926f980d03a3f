package network.pug.relay.room;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

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
  public record Shard<C>(RoomRegistry<C> registry, Executor thread) {
    @Override
    public String toString() {
      return "Shard";
    }
  }

  private final List<Shard<C>> shards;
  private final RoomLimits limits;
  private final Quota roomQuota;

  /**
   * A directory of {@code shards}, which may never change.
   *
   * @param roomQuota how many rooms there may be over all shards
   */
  public RoomDirectory(List<Shard<C>> shards, RoomLimits limits, Quota roomQuota) {
    this.shards = List.copyOf(shards);
    this.limits = limits;
    this.roomQuota = roomQuota;
  }

  /** What a room may ask for. */
  public RoomLimits limits() {
    return limits;
  }

  /**
   * Counts, each shard on its own thread.
   *
   * @return fails with {@link RejectedExecutionException} if a thread has ended
   */
  public CompletableFuture<Census> census() {
    CompletableFuture<Census> sum = CompletableFuture.completedFuture(new Census(0, 0));
    try {
      for (Shard<C> shard : shards) {
        sum =
            sum.thenCombine(
                CompletableFuture.supplyAsync(shard.registry()::census, shard.thread()),
                Census::plus);
      }
      return sum;
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(e);
    }
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
   * @param id digest of an id that no room has or had
   * @param secret digest of its secret
   * @param ttl seconds asked for, clamped into the limits
   * @param capacity members asked for, clamped into the limits
   * @return fails with {@link RejectedExecutionException} if its thread has ended
   */
  public CompletableFuture<NewRoom> create(
      Digest id, Digest secret, OptionalLong ttl, OptionalLong capacity) {
    Shard<C> shard = shards.get(shardOf(id));
    try {
      return CompletableFuture.supplyAsync(
          () -> {
            Room<C> room =
                shard.registry().create(id, secret, limits.ttl(ttl), limits.capacity(capacity));
            return new NewRoom(room.createdAt(), room.expiresAt(), room.ttl(), room.capacity());
          },
          shard.thread());
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
