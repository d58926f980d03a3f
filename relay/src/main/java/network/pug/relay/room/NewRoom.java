package network.pug.relay.room;

import java.util.Arrays;

/**
 * What the creator of a room is told, once. Holds the only copy of the id and the secret as text.
 *
 * @param roomId the id as it stands in the link: 22 ASCII bytes
 * @param roomSecret the secret as it stands in the link: 22 ASCII bytes
 * @param createdAt milliseconds since the Unix epoch
 * @param expiresAt milliseconds since the Unix epoch
 * @param ttl seconds
 * @param capacity most members at a time
 */
@SuppressWarnings("ArrayRecordComponent") // arrays, because they can be wiped; never compared
public record NewRoom(
    byte[] roomId, byte[] roomSecret, long createdAt, long expiresAt, int ttl, int capacity) {

  /** Overwrites the id and the secret. */
  public void wipe() {
    Arrays.fill(roomId, (byte) 0);
    Arrays.fill(roomSecret, (byte) 0);
  }

  @Override
  public String toString() {
    return "NewRoom";
  }
}
