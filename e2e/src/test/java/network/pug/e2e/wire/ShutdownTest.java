package network.pug.e2e.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import network.pug.e2e.support.Answer;
import network.pug.e2e.support.Frame;
import network.pug.e2e.support.Member;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import org.junit.jupiter.api.Test;

/** The end of the relay. */
class ShutdownTest {
  @Test
  void everyConnectionIsClosedWith1001AndNoRoomExpires() throws Exception {
    Relay relay = Relay.start();
    Room room = Room.create(relay);
    try (Member ann = Member.join(relay, room);
        Member bob = Member.join(relay, room);
        RawWebSocket waiting = new RawWebSocket(relay);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      ann.newcomer();
      Future<?> closing = threads.submit(relay::close);
      for (RawWebSocket socket : new RawWebSocket[] {ann.socket(), bob.socket(), waiting}) {
        socket.read().expectClose(1001);
        socket.sendClose(1001);
        assertTrue(socket.isEnded());
      }
      closing.get();
    }
  }

  @Test
  void whileItEndsWhoeverComesIsAnswered503() throws Exception {
    Relay relay = Relay.start();
    Room room = Room.create(relay);
    String session = Room.session(relay);
    try (Member ann = Member.join(relay, room);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> closing = threads.submit(relay::close);
      Frame close = ann.socket().read().expectClose(1001);
      assertEquals("shutting down", close.reason());
      Answer refused = Room.request(relay, "", session).expectProblem(503);
      assertEquals("10", refused.header("retry-after"));
      Answer late = RawHttp.get(relay, "/ws", RawWebSocket.upgrade()).expectProblem(503);
      for (Answer answer : List.of(refused, late)) {
        assertTrue(answer.body().contains("The relay is shutting down."), answer::body);
      }
      ann.socket().sendClose(1001);
      closing.get();
    }
  }

  @Test
  void whoDoesNotAnswerDoesNotHoldItUp() throws IOException {
    Relay relay = Relay.start();
    try (Member deaf = Member.join(relay, Room.create(relay));
        RawHttp idle = new RawHttp(relay)) {
      idle.send("GET /healthz HTTP/1.1\r\n");
      long start = System.nanoTime();
      relay.close();
      assertTrue(System.nanoTime() - start < Duration.ofSeconds(5).toNanos());
      deaf.socket().read().expectClose(1001);
      assertTrue(idle.isEnded());
    }
  }

  @Test
  void nobodyConnectsAfterwards() throws IOException {
    Relay relay = Relay.start();
    relay.close();
    assertThrows(ConnectException.class, relay::open);
  }
}
