package network.pug.e2e.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  /**
   * How long 99 of 100 messages may take, in milliseconds. Up to about two seconds people still
   * hold it for a pause of the other's. It is twice what 10,000 sockets that ask for challenges
   * cost on two cores which had eight times their work besides; a relay that served each of them
   * first, or waited for one, would be far beyond.
   */
  private static final double MAX_MILLIS = 2000;

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

  /** Fails if members had to wait for each other. */
  void expectPrompt() {
    double millis = millis(0.99);
    assertTrue(millis <= MAX_MILLIS, () -> "99 of 100 messages took up to " + millis + " ms");
  }

  @Override
  public void close() throws IOException {
    for (Member member : members) {
      member.close();
    }
  }
}
