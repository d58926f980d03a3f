package network.pug.e2e.support;

import com.google.gson.JsonObject;
import java.io.IOException;

/**
 * A room as its creator learns of it.
 *
 * @param ttl seconds
 */
public record Room(
    String roomId, String roomSecret, long createdAt, long expiresAt, int ttl, int capacity) {

  /** Does the proof of work and creates a room with default lifetime and capacity. */
  public static Room create(Relay relay) throws IOException {
    return create(relay, "");
  }

  /** The same with a query such as {@code ?ttl=60&capacity=3}. */
  public static Room create(Relay relay, String query) throws IOException {
    return of(request(relay, query, session(relay)));
  }

  /** Asks for a room with a session token. */
  public static Answer request(Relay relay, String query, String session) throws IOException {
    return RawHttp.get(relay, "/api/create-room" + query, "Authorization: Bearer " + session);
  }

  /** What an answer of {@code create-room} says. */
  public static Room of(Answer answer) {
    JsonObject room = answer.expect(200).json();
    return new Room(
        Watchlist.add(room.get("roomId").getAsString()),
        Watchlist.add(room.get("roomSecret").getAsString()),
        room.get("createdAt").getAsLong(),
        room.get("expiresAt").getAsLong(),
        room.get("ttl").getAsInt(),
        room.get("capacity").getAsInt());
  }

  /** A fresh session token, paid for. */
  public static String session(Relay relay) throws IOException {
    Challenge challenge = Challenge.ask(relay);
    JsonObject redeemed = challenge.redeem(relay, challenge.solve()).expect(200).json();
    return Watchlist.add(redeemed.get("sessionToken").getAsString());
  }

  /** The text message that joins this room. */
  public String joinMessage() {
    return joinMessage(roomId, roomSecret);
  }

  /** A text message that joins a room. */
  public static String joinMessage(String roomId, String roomSecret) {
    JsonObject join = new JsonObject();
    join.addProperty("type", "room:join");
    join.addProperty("roomId", roomId);
    join.addProperty("roomSecret", roomSecret);
    return join.toString();
  }
}
