package network.pug.e2e.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import network.pug.e2e.support.Frame;
import network.pug.e2e.support.Frame.Chat;
import network.pug.e2e.support.Member;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code chat:message}: who gets it, unchanged, and in which order. */
class ChatTest {
  @RegisterExtension private static final Relay relay = Relay.start("--message-rate", "0");

  @Test
  void everyMemberGetsAMessageTheSenderIncluded() throws IOException {
    Room room = Room.create(relay, "?capacity=3");
    try (Member ann = Member.join(relay, room);
        Member bob = Member.join(relay, room);
        Member eve = Member.join(relay, room)) {
      ann.newcomer();
      ann.newcomer();
      bob.newcomer();
      bob.say("hello");
      Chat heard = ann.chat();
      assertEquals("hello", heard.text());
      assertEquals(bob.id(), heard.sender());
      assertTrue(heard.timestamp() >= eve.joined().get("now").getAsLong());
      assertTrue(heard.timestamp() < room.expiresAt());
      assertEquals(heard, bob.chat());
      assertEquals(heard, eve.chat());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 107, 108, 109, 125, 126, 65518, 65519, 65535, 65536})
  void aPayloadOfAnySizeIsPassedOnUnchanged(int size) throws IOException {
    byte[] payload = new byte[size];
    new Random(size).nextBytes(payload);
    try (Member member = Member.join(relay, Room.create(relay))) {
      member.socket().sendBinary(payload);
      assertEquals(ByteBuffer.wrap(payload), member.chat().payload());
    }
  }

  @Test
  void aMessageIsOneWholeFrame() throws IOException {
    try (Member member = Member.join(relay, Room.create(relay))) {
      member.socket().sendBinary(new byte[65536]);
      Frame frame = member.socket().read();
      assertTrue(frame.last());
      assertEquals(17 + 65536, frame.payload().remaining());
    }
  }

  @Test
  void aPayloadMayBeAnythingEvenTextOrJson() throws IOException {
    try (Member member = Member.join(relay, Room.create(relay))) {
      member.say("{\"type\":\"room:purge\"}");
      assertEquals("{\"type\":\"room:purge\"}", member.chat().text());
    }
  }

  @Test
  void messagesOfOneRoomReachNoOther() throws IOException {
    try (Member here = Member.join(relay, Room.create(relay));
        Member there = Member.join(relay, Room.create(relay))) {
      here.say("here");
      there.say("there");
      assertEquals("there", there.chat().text());
      assertEquals("here", here.chat().text());
    }
  }

  @Test
  void aNewcomerHearsNothingOfBefore() throws IOException {
    Room room = Room.create(relay);
    try (Member ann = Member.join(relay, room)) {
      ann.say("before");
      ann.chat();
      try (Member bob = Member.join(relay, room)) {
        bob.say("after");
        assertEquals("after", bob.chat().text());
      }
    }
  }

  @Test
  void allMembersHearConcurrentSendersInOneOrderWithIncreasingTimes() throws Exception {
    int each = 300;
    Room room = Room.create(relay, "?capacity=4");
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      members.add(Member.join(relay, room));
      for (Member earlier : members.subList(0, i)) {
        earlier.newcomer();
      }
    }
    List<List<Chat>> heard = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Chat>>> listeners = new ArrayList<>();
      for (Member member : members) {
        listeners.add(threads.submit(() -> hear(member, 4 * each)));
        threads.submit(() -> count(member, each));
      }
      for (Future<List<Chat>> listener : listeners) {
        heard.add(listener.get());
      }
    }
    for (List<Chat> others : heard) {
      assertEquals(heard.getFirst(), others);
    }
    assertTimesIncrease(heard.getFirst());
    assertEachSenderCounts(heard.getFirst());
    for (Member member : members) {
      member.close();
    }
  }

  @Test
  void whatWasSentBeforeTheCloseFrameIsDeliveredBeforeTheLeave() throws IOException {
    Room room = Room.create(relay);
    try (Member ann = Member.join(relay, room);
        Member bob = Member.join(relay, room)) {
      ann.newcomer();
      for (int i = 0; i < 100; i++) {
        bob.say("last words " + i);
      }
      bob.socket().sendClose(1000);
      for (int i = 0; i < 100; i++) {
        assertEquals("last words " + i, ann.chat().text());
      }
      assertEquals(bob.id(), ann.leaver());
    }
  }

  @Test
  void presenceFramesTheMessagesOfAMember() throws Exception {
    Room room = Room.create(relay, "?capacity=3");
    try (Member ann = Member.join(relay, room);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.submit(() -> comeAndGo(room));
      threads.submit(() -> comeAndGo(room));
      Map<String, Integer> present = new HashMap<>();
      for (int departures = 0; departures < 40; ) {
        Frame frame = ann.socket().read();
        if (frame.opcode() == Frame.BINARY) {
          present.computeIfPresent(frame.chat().sender(), (id, count) -> count + 1);
          assertTrue(present.containsKey(frame.chat().sender()));
        } else if (frame.text().contains("member:joined")) {
          present.put(memberId(frame, "member:joined"), 0);
        } else {
          assertEquals(5, present.remove(memberId(frame, "member:left")));
          departures++;
        }
      }
      assertTrue(present.isEmpty());
    }
  }

  @Test
  void theMembersOfRoomJoinedAreThoseOfThatMoment() throws Exception {
    Room room = Room.create(relay, "?capacity=4");
    try (Member ann = Member.join(relay, room);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> busy = threads.submit(() -> comeAndGo(room));
      for (int i = 0; i < 20; i++) {
        try (Member newcomer = Member.join(relay, room)) {
          List<String> present = new ArrayList<>(newcomer.memberIds());
          assertEquals(ann.id(), present.getFirst());
          assertEquals(newcomer.id(), present.getLast());
          newcomer.say("mark");
          // Whoever speaks up to here was there, or has joined since.
          for (Frame frame = newcomer.socket().read();
              frame.opcode() != Frame.BINARY || !frame.chat().sender().equals(newcomer.id());
              frame = newcomer.socket().read()) {
            if (frame.opcode() == Frame.BINARY) {
              assertTrue(present.contains(frame.chat().sender()));
            } else if (frame.text().contains("member:joined")) {
              present.add(memberId(frame, "member:joined"));
            } else {
              assertTrue(present.remove(memberId(frame, "member:left")));
            }
          }
        }
      }
      busy.get();
    }
  }

  private static Void comeAndGo(Room room) throws IOException {
    for (int visit = 0; visit < 20; visit++) {
      try (Member member = Member.join(relay, room)) {
        for (int i = 0; i < 5; i++) {
          member.say("visit " + visit);
        }
        member.socket().sendClose(1000);
        while (member.socket().read().opcode() != Frame.CLOSE) {
          // What others say does not matter here.
        }
      }
    }
    return null;
  }

  private static String memberId(Frame frame, String type) {
    return frame.json(type).getAsJsonObject("member").get("connectionId").getAsString();
  }

  private static List<Chat> hear(Member member, int count) throws IOException {
    List<Chat> heard = new ArrayList<>();
    while (heard.size() < count) {
      heard.add(member.chat());
    }
    return heard;
  }

  private static Void count(Member member, int to) throws IOException {
    for (int i = 0; i < to; i++) {
      member.say(Integer.toString(i));
    }
    return null;
  }

  private static void assertTimesIncrease(List<Chat> heard) {
    long[] times = heard.stream().mapToLong(Chat::timestamp).toArray();
    assertArrayEquals(
        heard.stream().mapToLong(Chat::timestamp).sorted().distinct().toArray(), times);
  }

  private static void assertEachSenderCounts(List<Chat> heard) {
    Map<String, Integer> next = new HashMap<>();
    for (Chat chat : heard) {
      int expected = next.merge(chat.sender(), 1, Integer::sum) - 1;
      assertEquals(Integer.toString(expected), chat.text());
    }
  }
}
