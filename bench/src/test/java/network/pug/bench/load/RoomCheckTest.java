package network.pug.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import network.pug.bench.load.Faults.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A room of two that is sent right and wrong things. */
class RoomCheckTest {
  private static final int ROOM = 3;
  private static final int BYTES = 64;
  private static final int HEAD = 17;
  private static final long RUN = 0x5eed;
  private static final List<Integer> BOTH = List.of(0, 1);

  private final Faults faults = new Faults();
  private final Payload payload = new Payload(RUN, BYTES);
  private final RoomCheck check = new RoomCheck(ROOM, 2, payload, faults);

  @BeforeEach
  void bothSendThree() {
    for (int i = 0; i < 3; i++) {
      check.next(0);
      check.next(1);
    }
  }

  @Test
  void allToBothInOneOrderIsRight() {
    for (long time = 0; time < 3; time++) {
      deliver(0, message(1, time, 2 * time + 1));
      deliver(0, message(0, time, 2 * time + 2));
    }
    for (long time = 0; time < 3; time++) {
      deliver(1, message(1, time, 2 * time + 1));
      deliver(1, message(0, time, 2 * time + 2));
    }
    assertEquals(0, check.outstanding());
    assertTrue(faults.none(), faults.toString());
  }

  @Test
  void aMessageIsCompleteWhenTheLastMemberHasIt() {
    assertEquals(false, deliver(0, message(0, 0, 1)));
    assertEquals(true, deliver(1, message(0, 0, 1)));
  }

  @Test
  void whatIsMissingAtTheEndIsCounted() {
    deliver(0, message(0, 0, 1));
    assertEquals(11, check.outstanding());
  }

  @Test
  void aDuplicateIsReportedAtTheFirstWhoGetsIt() {
    deliver(0, message(0, 0, 1));
    deliver(0, message(0, 0, 2));
    assertEquals(1, faults.count(Kind.DUPLICATE), faults.toString());
  }

  @Test
  void aDuplicateIsReportedAtTheOthers() {
    deliver(0, message(0, 0, 1));
    deliver(0, message(0, 1, 2));
    deliver(1, message(0, 0, 1));
    deliver(1, message(0, 0, 1));
    assertEquals(1, faults.count(Kind.DUPLICATE), faults.toString());
  }

  @Test
  void aSwapOfOneSendersMessagesIsReported() {
    deliver(0, message(0, 1, 1));
    assertEquals(1, faults.count(Kind.GAP), faults.toString());
    deliver(0, message(0, 0, 2));
    assertEquals(1, faults.count(Kind.DUPLICATE), faults.toString());
  }

  @Test
  void anotherOrderThanThatOfOthersIsReported() {
    deliver(0, message(0, 0, 1));
    deliver(0, message(1, 0, 2));
    deliver(1, message(1, 0, 2));
    deliver(1, message(0, 0, 1));
    assertEquals(1, faults.count(Kind.ORDER), faults.toString());
  }

  @Test
  void aGapIsReportedAtTheFirstWhoGetsIt() {
    deliver(0, message(0, 0, 1));
    deliver(0, message(0, 2, 2));
    assertEquals(1, faults.count(Kind.GAP), faults.toString());
  }

  @Test
  void aGapIsReportedAtTheOthers() {
    deliver(0, message(0, 0, 1));
    deliver(0, message(0, 1, 2));
    deliver(1, message(0, 1, 2));
    assertEquals(1, faults.count(Kind.ORDER), faults.toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 24, 31, 32, 40, BYTES - 1})
  void aChangedByteOfThePayloadIsReported(int at) {
    ByteBuf message = message(0, 0, 1);
    message.setByte(HEAD + at, message.getByte(HEAD + at) ^ 0x20);
    deliver(0, message);
    assertEquals(1, faults.count(Kind.CONTENT), faults.toString());
  }

  @Test
  void aMissingByteIsReported() {
    deliver(0, message(0, 0, 1).readSlice(HEAD + BYTES - 1));
    assertEquals(1, faults.count(Kind.CONTENT), faults.toString());
  }

  @Test
  void aMessageOfAnotherRoomIsReported() {
    deliver(0, message(payload, ROOM + 1, 0, 0, 1));
    assertEquals(1, faults.count(Kind.ROUTE), faults.toString());
  }

  @Test
  void aMessageOfAnotherRunIsReported() {
    deliver(0, message(new Payload(RUN + 1, BYTES), ROOM, 0, 0, 1));
    assertEquals(1, faults.count(Kind.ROUTE), faults.toString());
  }

  @Test
  void anotherTypeIsReported() {
    deliver(0, message(0, 0, 1).setByte(0, 2));
    assertEquals(1, faults.count(Kind.HEADER), faults.toString());
  }

  @Test
  void anotherSendersIdIsReported() {
    check.identify(0, 70);
    deliver(0, message(0, 0, 1));
    assertEquals(1, faults.count(Kind.HEADER), faults.toString());
  }

  @Test
  void anIdThatChangesIsReportedWhereTheRelayDoesNotTellIt() {
    deliver(0, message(0, 0, 1));
    deliver(0, message(0, 1, 2).setLong(1, 71));
    assertEquals(1, faults.count(Kind.HEADER), faults.toString());
  }

  @Test
  void aTimestampThatStandsStillIsReported() {
    deliver(0, message(0, 0, 5));
    deliver(0, message(1, 0, 5));
    assertEquals(1, faults.count(Kind.HEADER), faults.toString());
  }

  @Test
  void aTimestampThatMembersDoNotAgreeOnIsReported() {
    deliver(0, message(0, 0, 5));
    deliver(1, message(0, 0, 6));
    assertEquals(1, faults.count(Kind.HEADER), faults.toString());
  }

  @Test
  void aMemberMayBeFarBehind() {
    RoomCheck behind = new RoomCheck(ROOM, 2, payload, faults);
    for (int member : BOTH) {
      for (long i = 0; i < 100; i++) {
        if (member == 0) {
          behind.next(0);
        }
        ByteBuf message = message(0, i, i + 1);
        assertEquals(member == 1, behind.delivered(member, message, 0, HEAD + BYTES));
      }
    }
    assertTrue(faults.none(), faults.toString());
  }

  private boolean deliver(int member, ByteBuf message) {
    return check.delivered(member, message, 0, message.readableBytes());
  }

  private ByteBuf message(int sender, long sequence, long time) {
    return message(payload, ROOM, sender, sequence, time);
  }

  private static ByteBuf message(Payload of, int room, int sender, long sequence, long time) {
    ByteBuf message = Unpooled.buffer().writeByte(1).writeLong(sender + 1).writeLong(time);
    of.write(message, 0, room, sender, sequence, 0);
    return message;
  }
}
