package network.pug.relay.room;

import java.util.OptionalLong;

/**
 * The deployment's bounds on a room.
 *
 * @param minTtl shortest life, seconds
 * @param maxTtl longest life, seconds
 * @param defaultTtl life of a room that asks for none, seconds
 * @param maxCapacity most members a room may ask for
 * @param defaultCapacity members of a room that asks for no number
 */
public record RoomLimits(
    int minTtl, int maxTtl, int defaultTtl, int maxCapacity, int defaultCapacity) {
  /** The fewest members a room can be made for. */
  public static final int MIN_CAPACITY = 2;

  /** The most members a deployment can allow: few enough that friendly names do not run out. */
  public static final int MOST_CAPACITY = 1000;

  /** The life a room gets, in seconds, when it asks for {@code requested}. */
  public int ttl(OptionalLong requested) {
    return Math.clamp(requested.orElse(defaultTtl), minTtl, maxTtl);
  }

  /** The places a room gets when it asks for {@code requested}. */
  public int capacity(OptionalLong requested) {
    return Math.clamp(requested.orElse(defaultCapacity), MIN_CAPACITY, maxCapacity);
  }
}
