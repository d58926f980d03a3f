package network.pug.e2e.memory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import network.pug.e2e.support.Room;

/** Rooms from their creation to their end, at a relay of any kind. */
record Lives(Dialect dialect, RandomGenerator random, Visitors visitors) {
  private static final int[] SIZES = {1, 17, 255, 4_096, 61_440};

  /** Of the room that expires; it must have seen everything by then. */
  private static final int BRIEF_SECONDS = 8;

  private static final int LONG_SECONDS = 600;
  private static final int CAPACITY = 5;
  private static final int GUESTS = 3;
  private static final int IDLE_SECONDS = 10;

  /** What else happens in a room with members in it. */
  interface Visitors {
    /** What strangers do; the members hear everything that they relay. */
    void visit(Needles needles, Room room, List<Voice> members) throws IOException;
  }

  /** A room with three members, who have heard everything that was said. */
  record Living(Needles needles, Room room, List<Voice> members) {}

  /**
   * Lets one room end in each way, after some others, then waits until the relay has been idle for
   * ten seconds.
   *
   * @return all that must be gone
   */
  List<Needle> lead() throws IOException, InterruptedException {
    for (Ending ending : List.of(Ending.PURGE, Ending.LAST_LEAVE)) {
      end(ending, visited("warm-up", LONG_SECONDS));
    }
    List<Needle> needles = new ArrayList<>();
    Living brief = visited(Ending.EXPIRY.room(), BRIEF_SECONDS);
    for (Ending ending : List.of(Ending.PURGE, Ending.LAST_LEAVE)) {
      Living living = visited(ending.room(), LONG_SECONDS);
      end(ending, living);
      needles.addAll(living.needles().all());
    }
    end(Ending.EXPIRY, brief);
    needles.addAll(brief.needles().all());
    TimeUnit.SECONDS.sleep(IDLE_SECONDS);
    return needles;
  }

  private Living visited(String name, int ttlSeconds) throws IOException {
    Living living = begin(name, ttlSeconds);
    visitors.visit(living.needles(), living.room(), living.members());
    return living;
  }

  /**
   * Lets people talk in a room.
   *
   * @param name what it is called in reports
   */
  Living begin(String name, int ttlSeconds) throws IOException {
    Needles needles = new Needles(name);
    Room room = dialect.create(needles, ttlSeconds, CAPACITY);
    List<Voice> members = new ArrayList<>();
    for (int i = 0; i < GUESTS; i++) {
      members.add(dialect.join(needles, room));
    }
    for (int size : SIZES) {
      for (Voice speaker : members) {
        byte[] payload = new byte[size];
        random.nextBytes(payload);
        speaker.say(payload);
        for (Voice member : members) {
          member.hear();
        }
      }
    }
    return new Living(needles, room, List.copyOf(members));
  }

  private static void end(Ending ending, Living living) throws IOException {
    List<Voice> members = living.members();
    switch (ending) {
      case PURGE -> members.getFirst().purge();
      case EXPIRY -> {}
      case LAST_LEAVE -> {
        for (Voice member : members) {
          member.leave();
        }
        return;
      }
    }
    for (Voice member : members) {
      member.gone();
      member.close();
    }
  }
}
