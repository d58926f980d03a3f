package network.pug.e2e.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;

/** A connection that has joined a room. */
public final class Member implements AutoCloseable {
  private final RawWebSocket socket;
  private final JsonObject joined;

  private Member(RawWebSocket socket, JsonObject joined) {
    this.socket = socket;
    this.joined = joined;
  }

  /** Joins a room over a connection of its own. */
  public static Member join(Relay relay, Room room) throws IOException {
    return join(new RawWebSocket(relay), room);
  }

  /** Joins a room over a WebSocket. */
  public static Member join(RawWebSocket socket, Room room) throws IOException {
    socket.sendText(room.joinMessage());
    return new Member(socket, socket.read().json("room:joined"));
  }

  /** The relay's answer to the join. */
  public JsonObject joined() {
    return joined;
  }

  /** One's own connection id. */
  public String id() {
    return joined.get("connectionId").getAsString();
  }

  /** The connection ids of the members at the time of the join, in order. */
  public List<String> memberIds() {
    return ids(joined);
  }

  /** The connection ids of the members in a {@code room:joined}, in order. */
  public static List<String> ids(JsonObject joined) {
    return joined.getAsJsonArray("members").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .map(member -> member.get("connectionId").getAsString())
        .toList();
  }

  /** The WebSocket. */
  public RawWebSocket socket() {
    return socket;
  }

  /** Sends a chat message with some text as its payload. */
  public void say(String text) throws IOException {
    socket.sendBinary(Watchlist.add(text).getBytes(UTF_8));
  }

  /** Asks the relay to purge the room. */
  public void purge() throws IOException {
    socket.sendText("{\"type\":\"room:purge\"}");
  }

  /** The next frame, which must be a chat message. */
  public Frame.Chat chat() throws IOException {
    return socket.read().chat();
  }

  /** The id of the member that the next frame announces. */
  public String newcomer() throws IOException {
    return memberId(socket.read().json("member:joined"));
  }

  /** The id of the member whose leave the next frame tells. */
  public String leaver() throws IOException {
    return memberId(socket.read().json("member:left"));
  }

  private static String memberId(JsonObject presence) {
    return presence.getAsJsonObject("member").get("connectionId").getAsString();
  }

  /** Ends the TCP connection without a close frame. */
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
