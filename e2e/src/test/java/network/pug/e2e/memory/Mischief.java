package network.pug.e2e.memory;

import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import network.pug.e2e.support.Frame;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;

/**
 * What a relay gets to hear from clients that are wrong, hasty, slow or broken, in a room with
 * three good ones and two places more. The good ones hear everything that is relayed.
 */
record Mischief(
    PugDialect dialect, Relay relay, Needles needles, Room room, RandomGenerator random) {
  private static final int LARGE = 60_000;

  /** More than the relay takes at once, see Served. */
  private static final int HASTY = 1_200;

  void among(List<Voice> guests) throws IOException {
    String join = room.joinMessage();
    dialect.expectRefusal(needles, join.replace("\"}", "A\"}"), "bad-secret");
    dialect.expectRefusal(needles, join.substring(1), "malformed");
    Witness first = ((PugVoice) guests.get(0)).witness();
    Witness second = ((PugVoice) guests.get(1)).witness();
    second.text("{\"type\":\"room:purge\",\"roomSecret\":\"" + room.roomSecret() + "\"}");
    second.next(Frame.TEXT);
    first.fragments(bytes(4_000));
    hear(1, guests);
    second.pieces(700, bytes(4_000));
    hear(1, guests);
    hasten(first, guests);
    slow(first, guests);
    breakOff();
    dropRequest();
  }

  private void hasten(Witness witness, List<Voice> guests) throws IOException {
    byte[] frame = witness.binaryFrame(bytes(17));
    byte[] burst = new byte[frame.length * HASTY];
    for (int i = 0; i < HASTY; i++) {
      System.arraycopy(frame, 0, burst, i * frame.length, frame.length);
    }
    witness.bytes(burst);
    hear(HASTY, guests);
  }

  /** Two fill the room and read nothing, until they are cut off. */
  private void slow(Witness talker, List<Voice> guests) throws IOException {
    try (Voice late = dialect.join(needles, room);
        Voice never = dialect.join(needles, room)) {
      dialect.expectRefusal(needles, room.joinMessage(), "room-full");
      byte[] frame = talker.binaryFrame(bytes(LARGE));
      int left = 0;
      while (left < 2) {
        talker.bytes(frame);
        Frame heard = talker.read();
        while (heard.opcode() != Frame.BINARY) {
          left += heard.text().contains("member:left") ? 1 : 0;
          heard = talker.read();
        }
        hear(1, guests.subList(1, guests.size()));
      }
      late.gone();
      never.say(bytes(300));
    }
  }

  /** Connections end within a frame, and within a message of several. */
  private void breakOff() throws IOException {
    Witness one = ((PugVoice) dialect.join(needles, room)).witness();
    one.half(bytes(LARGE));
    one.close();
    Witness other = ((PugVoice) dialect.join(needles, room)).witness();
    byte[] part = bytes(5_000);
    needles.payload(part);
    other.fragment(false, Frame.BINARY, part);
    other.close();
  }

  /** A request that ends within its head, and a token where it does not belong. */
  private void dropRequest() throws IOException {
    String session = dialect.session(needles);
    try (RawHttp http = new RawHttp(relay)) {
      String authorization = "Authorization: Bearer " + session;
      String head = http.head("GET", "/api/create-room", "", authorization);
      http.send(head.substring(0, head.length() - 4));
    }
    String body = "{\"token\":\"%s\",\"nonce\":\"1\"}".formatted(session);
    RawHttp.request(relay, "POST", "/api/pow-redeem", body, RawHttp.JSON);
  }

  private void hear(int messages, List<Voice> guests) throws IOException {
    for (Voice guest : guests) {
      for (int i = 0; i < messages; i++) {
        guest.hear();
      }
    }
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
