package network.pug.e2e.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import network.pug.e2e.support.Answer;
import network.pug.e2e.support.Challenge;
import network.pug.e2e.support.Frame;
import network.pug.e2e.support.Member;
import network.pug.e2e.support.Parallel;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What many clients ask for at the same instant, and only one may have. */
@Timeout(60)
class RacesTest {
  private static final int MANY = 50;

  @Test
  void ofManyWhoJoinTheLastPlaceAtOnceOneGetsIt() throws Exception {
    try (Relay relay = Relay.start()) {
      Room room = Room.create(relay, "?capacity=2");
      try (Member ann = Member.join(relay, room)) {
        var open = new ConcurrentLinkedQueue<RawWebSocket>();
        for (int i = 0; i < MANY; i++) {
          open.add(new RawWebSocket(relay));
        }
        var waiting = new ConcurrentLinkedQueue<>(open);
        List<Frame> answers =
            Parallel.times(
                MANY,
                () -> {
                  RawWebSocket socket = waiting.remove();
                  socket.sendText(room.joinMessage());
                  return socket.read();
                });
        List<Frame> joined = answers.stream().filter(RacesTest::isJoined).toList();
        assertEquals(1, joined.size());
        for (Frame answer : answers) {
          if (!isJoined(answer)) {
            answer.expectError("room-full");
          }
        }
        List<String> members = Member.ids(joined.getFirst().json("room:joined"));
        assertEquals(List.of(ann.id(), ann.newcomer()), members);
        ann.say("nobody else was announced");
        ann.chat();
        for (RawWebSocket socket : open) {
          socket.close();
        }
      }
    }
  }

  @Test
  void ofManyWhoRedeemOneChallengeAtOnceOneIsPaid() throws Exception {
    try (Relay relay = Relay.start()) {
      Challenge challenge = Challenge.ask(relay);
      String nonce = challenge.solve();
      assertOneWins(403, () -> challenge.redeem(relay, nonce));
    }
  }

  /** The relay has places for two rooms, so that one taken twice would be missed. */
  @Test
  void ofManyWhoSpendOneSessionTokenAtOnceOneGetsARoom() throws Exception {
    try (Relay relay = Relay.start("--max-rooms", "2")) {
      String session = Room.session(relay);
      List<Answer> answers = Parallel.times(MANY, () -> Room.request(relay, "", session));
      assertEquals(1, answers.stream().filter(answer -> answer.status() == 200).count());
      // Some came while the others held both places for a moment: they may ask again, in vain.
      assertTrue(
          answers.stream().allMatch(answer -> List.of(200, 401, 503).contains(answer.status())));
      Room.request(relay, "", session).expectProblem(401);
      Room.create(relay);
      Room.request(relay, "", Room.session(relay)).expectProblem(503);
    }
  }

  private static void assertOneWins(int refusal, Callable<Answer> attempt) throws Exception {
    List<Integer> losers = new ArrayList<>();
    for (Answer answer : Parallel.times(MANY, attempt)) {
      if (answer.status() != 200) {
        losers.add(answer.expectProblem(refusal).status());
      }
    }
    assertEquals(MANY - 1, losers.size());
  }

  private static boolean isJoined(Frame frame) {
    return frame.text().contains("room:joined");
  }
}
