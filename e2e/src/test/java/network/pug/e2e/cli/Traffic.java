package network.pug.e2e.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import network.pug.e2e.support.Member;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;

/** What people and programs send to a relay, good and bad. */
final class Traffic {
  private Traffic() {}

  /** Two people meet, talk and see their room purged. */
  static void converse(Relay relay) throws IOException {
    Room room = Room.create(relay);
    try (Member ann = Member.join(relay, room);
        Member ben = Member.join(relay, room)) {
      ann.newcomer();
      ann.say("a payload that nobody else shall see");
      assertEquals("a payload that nobody else shall see", ben.chat().text());
      ann.purge();
      ann.chat();
      ann.socket().read().json("room:expired");
      ben.socket().read().json("room:expired");
    }
  }

  /** What a program with a bug, or with bad intent, would send, to a room with a place left. */
  static void misbehave(Relay relay, Room room) throws IOException {
    RawHttp.get(relay, "/r/" + room.roomId() + "%23k=key&s=" + room.roomSecret());
    RawHttp.get(relay, "/api/create-room", "Authorization: Bearer " + room.roomSecret());
    try (RawHttp http = new RawHttp(relay)) {
      http.send("\0\1\2 " + room.roomSecret() + "\r\n\r\n");
      http.read();
    }
    for (String text :
        List.of(
            "{\"type\":\"room:join\",\"roomSecret\":\"" + room.roomSecret(),
            Room.joinMessage(room.roomId(), "wrong"),
            Room.joinMessage("nowhere", room.roomSecret()),
            room.joinMessage())) {
      try (RawWebSocket socket = new RawWebSocket(relay)) {
        socket.sendText(text);
        socket.read();
      }
    }
    try (RawWebSocket socket = new RawWebSocket(relay)) {
      socket.sendBytes((byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff);
      socket.read();
    }
  }
}
