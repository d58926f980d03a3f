package network.pug.e2e.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import network.pug.e2e.cli.Pugnetwork;
import network.pug.e2e.support.Frame;
import network.pug.e2e.support.Member;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import network.pug.e2e.support.Vitals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A gigabyte through a room in which somebody has stopped reading. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SlowMemberTest {
  private static final int MESSAGE_BYTES = 65536;
  private static final int MESSAGES = 16384;

  /** So many are under way at most: more would be beyond what the relay keeps for one member. */
  private static final int WINDOW = 8;

  /**
   * What the gigabyte may add to the process: a queue of 1 MiB for the slow one, {@value #WINDOW}
   * messages under way, and a young generation of 8 MiB that is in use now; the rest is for what
   * the compiler and malloc do meanwhile.
   */
  private static final long MAX_GROWTH = 48 << 20;

  @Test
  void isCutOffWhileMemoryStaysBoundedAndNobodyElseLosesAByte() throws Exception {
    try (Pugnetwork process =
            Pugnetwork.start("--port=0", "--pow-difficulty=0", "--message-rate=0");
        ExecutorService threads = Executors.newCachedThreadPool()) {
      Relay relay = Relay.at(process.listening());
      Vitals vitals = new Vitals(process.pid());
      Room room = Room.create(relay, "?capacity=3");
      try (Member sender = Member.join(relay, room);
          Member slow = Member.join(relay, room);
          Member third = Member.join(relay, room)) {
        sender.newcomer();
        sender.newcomer();
        slow.newcomer();
        vitals.forgetPeak();
        long before = vitals.residentBytes();

        Semaphore senderHas = new Semaphore(WINDOW);
        Semaphore thirdHas = new Semaphore(WINDOW);
        CompletableFuture<Void> cut = new CompletableFuture<>();
        Future<Integer> own = threads.submit(() -> readAll(sender, sender, senderHas, cut));
        Future<Integer> others = threads.submit(() -> readAll(third, sender, thirdHas, cut));
        Future<Frame> last = threads.submit(() -> lastFrameOf(slow, cut));
        sendAll(sender, senderHas, thirdHas);

        assertEquals(MESSAGES, own.get());
        assertEquals(MESSAGES, others.get());
        last.get().expectClose(4002);
        long growth = vitals.peakResidentBytes() - before;
        assertTrue(growth < MAX_GROWTH, () -> "grew by " + growth + " bytes");
      }
    }
  }

  /** Sends numbered messages, each when both readers have read those before the window. */
  private static void sendAll(Member sender, Semaphore one, Semaphore other)
      throws IOException, InterruptedException {
    byte[] frame = RawWebSocket.frame(0, true, Frame.BINARY, content());
    for (int number = 0; number < MESSAGES; number++) {
      ByteBuffer.wrap(frame).putInt(frame.length - MESSAGE_BYTES, number);
      one.acquire();
      other.acquire();
      sender.socket().sendBytes(frame);
    }
  }

  /** Reads every message, in order and once, and says how many there were; tells of a leave. */
  private static int readAll(
      Member reader, Member sender, Semaphore read, CompletableFuture<Void> somebodyLeft)
      throws IOException {
    byte[] content = content();
    int number = 0;
    while (number < MESSAGES || !somebodyLeft.isDone()) {
      Frame frame = reader.socket().read();
      if (frame.opcode() == Frame.TEXT) {
        frame.json("member:left");
        somebodyLeft.complete(null);
        continue;
      }
      Frame.Chat chat = frame.chat();
      ByteBuffer.wrap(content).putInt(number);
      assertEquals(sender.id(), chat.sender());
      assertEquals(ByteBuffer.wrap(content), chat.payload(), "message " + number);
      number++;
      read.release();
    }
    return number;
  }

  /** Begins to read only when it is too late, and returns what comes behind all messages. */
  private static Frame lastFrameOf(Member slow, CompletableFuture<Void> cut) throws Exception {
    cut.get();
    Frame frame = slow.socket().read();
    while (frame.opcode() == Frame.BINARY) {
      frame = slow.socket().read();
    }
    return frame;
  }

  private static byte[] content() {
    byte[] content = new byte[MESSAGE_BYTES];
    new Random(5).nextBytes(content);
    return content;
  }
}
