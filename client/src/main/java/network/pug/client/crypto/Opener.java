package network.pug.client.crypto;

import java.util.HashMap;
import java.util.Map;

/**
 * Opens what the members of one room send, and notices payloads that are repeated or missing. Lives
 * as long as one's own membership. Not safe for concurrent use.
 */
public final class Opener {
  private final RoomKey key;
  private final String roomId;

  /**
   * The last counter of each sender, those that have left included: a relay that hands out a
   * connection id twice shall not be able to replay.
   */
  private final Map<String, Long> last = new HashMap<>();

  /**
   * An opener that has not heard anybody yet.
   *
   * @param roomId the room that the payloads must be sealed for, canonical base64url of 16 bytes
   */
  public Opener(RoomKey key, String roomId) {
    this.key = key;
    this.roomId = roomId;
  }

  /**
   * Tells that a member, or oneself, has newly joined: its first counter is to be 1. Of a sender
   * that is not announced, the first counter heard sets the beginning.
   */
  public void joined(String connectionId) {
    last.putIfAbsent(connectionId, 0L);
  }

  /**
   * Opens a payload.
   *
   * @param connectionId the sender, as the {@code chat:message} names it
   * @param sealed the payload in it
   */
  public Opened open(String connectionId, byte[] sealed) {
    return switch (Payload.open(key, roomId, connectionId, sealed)) {
      case OpenFailure failure -> failure;
      case Opened.Text text -> inOrder(connectionId, text);
    };
  }

  private Opened inOrder(String connectionId, Opened.Text text) {
    long before = last.getOrDefault(connectionId, text.counter() - 1);
    if (text.counter() <= before) {
      return OpenFailure.REPLAYED;
    }
    last.put(connectionId, text.counter());
    return new Opened.Text(text.text(), text.counter(), text.counter() - before - 1);
  }
}
