package network.pug.e2e.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import network.pug.e2e.support.Frame;
import network.pug.e2e.support.Member;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;

/** The life of one room, in steps, as chance would have it. Every frame is the one expected. */
final class Life implements AutoCloseable {
  /** How a room comes to its end. */
  private enum End {
    PURGE,
    LEAVES,
    BROKEN_CONNECTIONS,
    EXPIRY
  }

  private static final int TTL_SECONDS = 8;
  private static final int LARGEST = 65536;

  private final Relay relay;
  private final SplittableRandom random;
  private final Tally tally;
  private final End end;
  private final Room room;
  private final List<Member> members = new ArrayList<>();
  private int stepsLeft;
  private long lastTimestamp;

  /** Makes a room and lets its first two members in. */
  Life(Relay relay, long seed, Tally tally) throws IOException {
    this.relay = relay;
    this.random = new SplittableRandom(seed);
    this.tally = tally;
    this.end = anyOf(List.of(End.values()));
    this.stepsLeft = 8 + random.nextInt(12);
    // Others have time to come to their end before; this one waits for it.
    int ttl = end == End.EXPIRY ? TTL_SECONDS : 60;
    this.room = Room.create(relay, "?ttl=" + ttl + "&capacity=" + (2 + random.nextInt(5)));
    join();
    join();
  }

  /** Does the next thing; false when the room is gone. */
  boolean step() throws IOException {
    if (stepsLeft-- == 0) {
      end();
      return false;
    }
    switch (random.nextInt(8)) {
      case 0 -> join();
      case 1 -> leave();
      case 2 -> anyOf(List.of(Nuisance.values())).bother(relay, room);
      default -> speak();
    }
    return true;
  }

  private void join() throws IOException {
    if (members.size() < room.capacity()) {
      Member newcomer = Member.join(relay, room);
      for (Member member : members) {
        assertEquals(newcomer.id(), member.newcomer());
      }
      members.add(newcomer);
    }
  }

  private void leave() throws IOException {
    if (members.size() > 2) {
      // The creator stays, who alone may purge.
      Member leaver = members.remove(1 + random.nextInt(members.size() - 1));
      if (random.nextBoolean()) {
        leaver.socket().sendClose(1000);
        leaver.socket().read().expectClose(1000);
      }
      leaver.close();
      for (Member member : members) {
        assertEquals(leaver.id(), member.leaver());
      }
    }
  }

  /** Some speak at once; all hear all of it, in one order. */
  private void speak() throws IOException {
    List<Integer> speakers = new ArrayList<>();
    List<byte[]> said = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      if (i == 0 || random.nextBoolean()) {
        speakers.add(i);
        said.add(payload());
      }
    }
    long start = System.nanoTime();
    for (int i = 0; i < speakers.size(); i++) {
      members.get(speakers.get(i)).socket().sendBinary(said.get(i));
    }
    List<Frame.Chat> heard = new ArrayList<>();
    for (Member member : members) {
      List<Frame.Chat> chats = new ArrayList<>();
      for (int i = 0; i < speakers.size(); i++) {
        chats.add(member.chat());
      }
      if (member == members.getFirst()) {
        heard = chats;
      }
      assertEquals(heard, chats);
    }
    tally.heard(System.nanoTime() - start, (long) speakers.size() * members.size());

    for (int i = 0; i < speakers.size(); i++) {
      String id = members.get(speakers.get(i)).id();
      List<ByteBuffer> fromOne =
          heard.stream().filter(chat -> chat.sender().equals(id)).map(Frame.Chat::payload).toList();
      assertEquals(List.of(ByteBuffer.wrap(said.get(i))), fromOne);
    }
    for (Frame.Chat chat : heard) {
      assertTrue(chat.timestamp() > lastTimestamp);
      lastTimestamp = chat.timestamp();
    }
  }

  /** Mostly short, as people write, and now and then as long as may be. */
  private byte[] payload() {
    byte[] payload = new byte[random.nextInt(50) == 0 ? LARGEST : 93 + random.nextInt(1024)];
    random.nextBytes(payload);
    return payload;
  }

  private <T> T anyOf(List<T> choice) {
    return choice.get(random.nextInt(choice.size()));
  }

  private void end() throws IOException {
    switch (end) {
      case PURGE -> {
        members.getFirst().purge();
        expectEnd("purged", 4001);
      }
      case EXPIRY -> expectEnd("ttl", 4000);
      case LEAVES -> {
        while (members.size() > 1) {
          Member leaver = members.removeFirst();
          leaver.socket().sendClose(1000);
          leaver.socket().read().expectClose(1000);
          leaver.close();
          for (Member member : members) {
            assertEquals(leaver.id(), member.leaver());
          }
        }
      }
      case BROKEN_CONNECTIONS -> {}
    }
  }

  private void expectEnd(String reason, int code) throws IOException {
    for (Member member : members) {
      Frame frame = member.socket().read();
      assertEquals(reason, frame.json("room:expired").get("reason").getAsString());
      member.socket().read().expectClose(code);
    }
  }

  /** Breaks what connections there still are. */
  @Override
  public void close() throws IOException {
    for (Member member : members) {
      member.close();
    }
  }
}
