package network.pug.e2e.memory;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.util.random.RandomGenerator;
import network.pug.e2e.support.Answer;
import network.pug.e2e.support.Frame;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;

/** The protocol of spec/protocol.md, and what else a relay that speaks it must put up with. */
final class PugDialect implements Dialect {
  /** An address of the loopback that nothing else has. */
  private static final String ADDRESS = "127.83.141.129";

  private final Relay relay;
  private final RandomGenerator random;
  private int rooms;
  private int joins;

  PugDialect(Relay relay, RandomGenerator random) {
    this.relay = relay;
    this.random = random;
  }

  @Override
  public Room create(Needles needles, int ttlSeconds, int capacity) throws IOException {
    String session = session(needles);
    String method = rooms++ % 2 == 0 ? "GET" : "POST";
    String target = "/api/create-room?ttl=" + ttlSeconds + "&capacity=" + capacity;
    String authorization = "Authorization: Bearer " + session;
    RawHttp.get(relay, "/api/create-room?ttl=soon", authorization).expectProblem(400);
    Answer answer = RawHttp.request(relay, method, target, "", authorization);
    Room room = Room.of(answer);
    needles.secret(Kind.ROOM_ID, room.roomId());
    needles.secret(Kind.ROOM_SECRET, room.roomSecret());
    needles.digest(room.roomId());
    needles.digest(room.roomSecret());
    RawHttp.get(relay, target, authorization).expectProblem(401);
    browse(room);
    return room;
  }

  @Override
  public Voice join(Needles needles, Room room) throws IOException {
    Witness witness = open(needles);
    witness.text(
        switch (joins++ % 3) {
          case 0 -> room.joinMessage();
          case 1 ->
              " {\r\n \"roomSecret\" : \"%s\",\t\"type\":\"room:join\", \"roomId\":\"%s\" } "
                  .formatted(room.roomSecret(), room.roomId());
          default ->
              Room.joinMessage("ID", "SECRET")
                  .replace("ID", Needles.escaped(room.roomId()))
                  .replace("SECRET", Needles.escaped(room.roomSecret()));
        });
    JsonObject joined = witness.read().json("room:joined");
    needles.whole(Kind.NAME, joined.get("username").getAsString());
    return new PugVoice(witness);
  }

  /** A fresh session token. */
  String session(Needles needles) throws IOException {
    String session = Room.session(relay);
    needles.secret(Kind.SESSION_TOKEN, session);
    return session;
  }

  /** A WebSocket that has joined nothing yet. */
  Witness open(Needles needles) throws IOException {
    Socket socket = relay.openFrom(ADDRESS);
    needles.address(ADDRESS, socket.getLocalPort());
    return new Witness(new RawWebSocket(relay, socket), needles, random);
  }

  /** Loads the page of a room as a browser does, and a part of it. */
  private void browse(Room room) throws IOException {
    String page = "/r/" + room.roomId();
    try (RawHttp http = new RawHttp(relay)) {
      Answer answer = http.ask("GET", page, "", "Accept-Language: en").expect(200);
      String asset = answer.references().getFirst().replaceFirst("^\\.*(?=/)", "");
      http.ask("GET", asset, "", "Referer: http://" + relay.authority() + page);
      http.ask("GET", page + "/more", "").expectProblem(404);
      http.ask("GET", page + "?s=" + room.roomSecret(), "");
    }
  }

  /** A stranger tries to join, and is told why it cannot. */
  void expectRefusal(Needles needles, String join, String code) throws IOException {
    try (Witness stranger = open(needles)) {
      stranger.text(join);
      stranger.read().expectError(code);
      stranger.next(Frame.CLOSE).expectClose(1008);
    }
  }
}
