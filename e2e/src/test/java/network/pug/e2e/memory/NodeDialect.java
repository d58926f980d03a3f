package network.pug.e2e.memory;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.random.RandomGenerator;
import network.pug.e2e.support.Frame;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;

/**
 * The relays of src/test/peers, which know neither session tokens nor pages.
 *
 * @param socketIo whether it is the one on Socket.IO, or else the one on ws
 */
record NodeDialect(Relay relay, RandomGenerator random, boolean socketIo) implements Dialect {
  @Override
  public Room create(Needles needles, int ttlSeconds, int capacity) throws IOException {
    String target = "/api/create-room?ttl=" + ttlSeconds + "&capacity=" + capacity;
    JsonObject json = RawHttp.request(relay, "POST", target, "").expect(200).json();
    String roomId = json.get("roomId").getAsString();
    String roomSecret = json.get("roomSecret").getAsString();
    needles.secret(Kind.ROOM_ID, roomId);
    needles.secret(Kind.ROOM_SECRET, roomSecret);
    return new Room(roomId, roomSecret, 0, 0, ttlSeconds, capacity);
  }

  @Override
  public Voice join(Needles needles, Room room) throws IOException {
    if (socketIo) {
      String target = "/socket.io/?EIO=4&transport=websocket";
      RawWebSocket socket = RawWebSocket.at(relay, relay.open(), target);
      return SocketIoVoice.join(new Witness(socket, needles, random), room);
    }
    Witness witness = new Witness(new RawWebSocket(relay), needles, random);
    witness.text(room.joinMessage());
    witness.next(Frame.TEXT).json("room:joined");
    return new PugVoice(witness);
  }
}
