package network.pug.client.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Random;
import org.junit.jupiter.api.Test;

class OpenerTest {
  private static final String ROOM = "HxxbL613hDQCTxU3mGNGkg";
  private static final String ANN = "0a367b92cf0b037d";
  private static final String BOB = "a3f9c1ee29e75044";

  private final RoomKey key = RoomKey.generate(new Random(1));
  private final Opener opener = new Opener(key, ROOM);
  private final Sealer ann = new Sealer(key, ROOM, ANN, new Random(2));
  private final Sealer bob = new Sealer(key, ROOM, BOB, new Random(3));

  @Test
  void refusesTheSamePayloadTwice() {
    byte[] sealed = ann.seal("pug");
    assertEquals("pug", text(ANN, sealed).text());
    assertEquals(OpenFailure.REPLAYED, opener.open(ANN, sealed));
  }

  @Test
  void refusesAnEarlierPayload() {
    byte[] first = ann.seal("first");
    text(ANN, ann.seal("second"));
    assertEquals(OpenFailure.REPLAYED, opener.open(ANN, first));
  }

  @Test
  void countsEachSenderByItself() {
    assertEquals(1, text(ANN, ann.seal("pug")).counter());
    assertEquals(1, text(BOB, bob.seal("pug")).counter());
  }

  @Test
  void tellsHowManyMessagesAreMissing() {
    opener.joined(ANN);
    ann.seal("lost");
    assertEquals(1, text(ANN, ann.seal("pug")).gap());
    assertEquals(0, text(ANN, ann.seal("pug")).gap());
    ann.seal("lost");
    ann.seal("lost");
    assertEquals(2, text(ANN, ann.seal("pug")).gap());
  }

  @Test
  void missesNothingOfAMemberThatWasThereBefore() {
    ann.seal("before my time");
    assertEquals(0, text(ANN, ann.seal("pug")).gap());
  }

  @Test
  void keepsItsCountWhenAnIdJoinsAgain() {
    byte[] sealed = ann.seal("pug");
    text(ANN, sealed);
    opener.joined(ANN);
    assertEquals(OpenFailure.REPLAYED, opener.open(ANN, sealed));
  }

  @Test
  void keepsItsCountWhenAPayloadFails() {
    opener.joined(ANN);
    byte[] sealed = ann.seal("pug");
    byte[] tampered = sealed.clone();
    tampered[sealed.length - 1] ^= 1;
    assertEquals(OpenFailure.NOT_AUTHENTIC, opener.open(ANN, tampered));
    assertEquals(0, text(ANN, sealed).gap());
  }

  private Opened.Text text(String sender, byte[] sealed) {
    return assertInstanceOf(Opened.Text.class, opener.open(sender, sealed));
  }
}
