package network.pug.client.crypto;

import java.util.random.RandomGenerator;

/**
 * Seals what one connection sends, counting its messages from 1. Belongs to that connection: a
 * client that joins again gets a new connection id and needs a new sealer. Not safe for concurrent
 * use.
 */
public final class Sealer {
  private final RoomKey key;
  private final String roomId;
  private final String connectionId;
  private final RandomGenerator random;
  private long counter;

  /**
   * A sealer whose first message has the counter 1.
   *
   * @param roomId the room to seal for, canonical base64url of 16 bytes
   * @param connectionId one's own, 16 lower-case hex digits, from {@code room:joined}
   * @param random makes the IVs; in production a {@link java.security.SecureRandom}
   */
  public Sealer(RoomKey key, String roomId, String connectionId, RandomGenerator random) {
    this(key, roomId, connectionId, random, 0);
  }

  /** A sealer that has sealed {@code counter} messages already. */
  Sealer(RoomKey key, String roomId, String connectionId, RandomGenerator random, long counter) {
    this.key = key;
    this.roomId = roomId;
    this.connectionId = connectionId;
    this.random = random;
    this.counter = counter;
  }

  /**
   * The payload of a {@code chat:message}, version 1.
   *
   * <p>Its IV is random, for the room's members share one key and nothing that could count for all
   * of them. At the default message rate a full room makes 10 million IVs in the longest lifetime
   * of a room, so two of them are equal with a probability below 2^-49.
   *
   * @throws IllegalArgumentException if the text holds a lone surrogate or is longer than 65535
   *     bytes in UTF-8; the counter then stays as it is
   * @throws IllegalStateException after 2^32 - 1 messages; join again
   */
  public byte[] seal(String text) {
    if (counter == Payload.MAX_COUNTER) {
      throw new IllegalStateException("this connection has sent as many messages as it may");
    }
    byte[] iv = new byte[Payload.IV_BYTES];
    random.nextBytes(iv);
    byte[] sealed = Payload.seal(key, roomId, connectionId, iv, counter + 1, text);
    counter++;
    return sealed;
  }
}
