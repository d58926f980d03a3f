package network.pug.e2e.soak;

import java.io.IOException;
import java.util.Arrays;
import network.pug.e2e.support.Frame;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;

/** Bad input and broken connections, each with the answer that is due. */
enum Nuisance {
  GARBAGE {
    @Override
    void bother(Relay relay, Room room) throws IOException {
      try (RawHttp http = new RawHttp(relay)) {
        http.send("nonsense\r\n\r\n");
        http.read().expectProblem(400);
      }
    }
  },
  FORGED_TOKEN {
    @Override
    void bother(Relay relay, Room room) throws IOException {
      Room.request(relay, "", "x".repeat(60)).expectProblem(401);
    }
  },
  UNFINISHED_REQUEST {
    @Override
    void bother(Relay relay, Room room) throws IOException {
      try (RawHttp http = new RawHttp(relay)) {
        http.send("GET / HTTP/1.1\r\nHost: x");
      }
    }
  },
  UNKNOWN_ROOM {
    @Override
    void bother(Relay relay, Room room) throws IOException {
      refused(relay, Room.joinMessage("HxxbL613hDQCTxU3mGNGkg", room.roomSecret()))
          .expectError("room-not-found");
    }
  },
  NO_JSON {
    @Override
    void bother(Relay relay, Room room) throws IOException {
      refused(relay, "{\"type\":").expectError("malformed");
    }
  },
  UNFINISHED_FRAME {
    @Override
    void bother(Relay relay, Room room) throws IOException {
      try (RawWebSocket socket = new RawWebSocket(relay)) {
        byte[] frame = RawWebSocket.frame(true, Frame.BINARY, new byte[40_000]);
        socket.sendBytes(Arrays.copyOf(frame, 20_000));
      }
    }
  },
  TOO_LONG {
    @Override
    void bother(Relay relay, Room room) throws IOException {
      try (RawWebSocket socket = new RawWebSocket(relay)) {
        byte[] frame = RawWebSocket.frame(true, Frame.BINARY, new byte[70_000]);
        socket.sendBytes(Arrays.copyOf(frame, 14)); // its head alone, which says the length
        socket.read().expectClose(1009);
      }
    }
  };

  /** Comes, does it, and goes. */
  abstract void bother(Relay relay, Room room) throws IOException;

  private static Frame refused(Relay relay, String message) throws IOException {
    try (RawWebSocket socket = new RawWebSocket(relay)) {
      socket.sendText(message);
      Frame answer = socket.read();
      socket.read().expectClose(1008);
      return answer;
    }
  }
}
