package network.pug.e2e.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import network.pug.e2e.support.Frame;
import network.pug.e2e.support.Member;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;

/** Members of a room who take turns, and expect every message, once and in order. */
final class Conversation implements AutoCloseable {
  private static final int MEMBERS = 3;

  private final List<Member> members = new ArrayList<>();
  private final List<Long> nanos = new ArrayList<>();

  /** Gathers the members. */
  Conversation(Relay relay) throws IOException {
    Room room = Room.create(relay, "?capacity=" + MEMBERS);
    for (int i = 0; i < MEMBERS; i++) {
      Member newcomer = Member.join(relay, room);
      for (Member member : members) {
        assertEquals(newcomer.id(), member.newcomer());
      }
      members.add(newcomer);
    }
  }

  /** The next says something, and all hear it. */
  void turn() throws IOException {
    int number = nanos.size();
    Member speaker = members.get(number % MEMBERS);
    long start = System.nanoTime();
    speaker.say("turn " + number);
    for (Member member : members) {
      Frame frame = member.socket().read();
      while (frame.opcode() == Frame.PING) {
        member.socket().send(true, Frame.PONG, frame.payload().array());
        frame = member.socket().read();
      }
      assertEquals("turn " + number, frame.chat().text());
      assertEquals(speaker.id(), frame.chat().sender());
    }
    nanos.add(System.nanoTime() - start);
  }

  /** How many messages were heard by all. */
  int turns() {
    return nanos.size();
  }

  /** The time within which a share of the messages was heard by all, in milliseconds. */
  double millis(double share) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1e6;
  }

  @Override
  public void close() throws IOException {
    for (Member member : members) {
      member.close();
    }
  }
}
