package network.pug.relay.room;

/**
 * What the creator of a room is told of it.
 *
 * @param createdAt milliseconds since the Unix epoch
 * @param expiresAt milliseconds since the Unix epoch
 * @param ttl seconds
 * @param capacity most members at a time
 */
public record NewRoom(long createdAt, long expiresAt, int ttl, int capacity) {
  @Override
  public String toString() {
    return "NewRoom";
  }
}
