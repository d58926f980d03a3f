package network.pug.e2e.wire;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import network.pug.e2e.support.Frame;
import network.pug.e2e.support.Metrics;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clients that come and go as no client should, many at once, over sockets and over all event
 * loops: in the end the relay has nothing. What was not released is found behind the test.
 */
class DisorderTest {
  private static final int ROOMS = 120;
  private static final int AT_ONCE = 8;
  private static final Map<String, Long> NOTHING =
      Map.of(
          "pug_rooms", 0L,
          "pug_members", 0L,
          "pug_connections", 0L,
          "pug_handshakes", 0L,
          "pug_waiting_bytes", 0L);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void leavesNothing(long seed) throws Exception {
    try (Relay relay =
            Relay.start("--admin-port=0", "--message-rate=0", "--min-ttl=1", "--max-capacity=4");
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> rooms = new ArrayList<>();
      for (int i = 0; i < ROOMS; i++) {
        Random random = new Random(seed * ROOMS + i);
        rooms.add(threads.submit(() -> live(relay, random)));
      }
      for (Future<?> room : rooms) {
        room.get();
      }
      Metrics.await(relay, samples -> samples.entrySet().containsAll(NOTHING.entrySet()));
    }
  }

  /** A room that up to five clients come to, for four places; some rooms see nobody. */
  private static Void live(Relay relay, Random random) throws IOException {
    Room room = Room.create(relay, "?ttl=1&capacity=4");
    List<Socket> sockets = new ArrayList<>();
    int clients = random.nextInt(6);
    for (int i = 0; i < clients; i++) {
      Socket socket = relay.open();
      sockets.add(socket);
      begin(new RawWebSocket(relay, socket), room, random);
    }
    while (!sockets.isEmpty()) {
      Socket socket = sockets.remove(random.nextInt(sockets.size()));
      end(socket, random);
    }
    return null;
  }

  /** Joins, most times, and says something, whole or not; what it is told it does not read. */
  private static void begin(RawWebSocket socket, Room room, Random random) throws IOException {
    if (random.nextInt(8) > 0) {
      socket.sendText(room.joinMessage());
    }
    int actions = random.nextInt(6);
    try {
      for (int i = 0; i < actions; i++) {
        switch (random.nextInt(8)) {
          case 0, 1, 2 -> socket.sendBinary(new byte[1 + random.nextInt(3000)]);
          case 3 -> socket.send(false, Frame.BINARY, new byte[random.nextInt(300)]);
          case 4 -> socket.send(true, Frame.PING, new byte[random.nextInt(126)]);
          case 5 -> socket.sendText("{\"type\":\"room:purge\"}");
          case 6 -> socket.sendBytes((byte) 0x82, (byte) 0xfe, (byte) 1);
          default -> socket.sendClose(random.nextBoolean() ? 1000 : 999);
        }
      }
    } catch (IOException e) {
      // The relay was faster, for what came before was a breach, or the room's end.
    }
  }

  /** Ends a connection in one of the ways in which networks and programs do. */
  private static void end(Socket socket, Random random) throws IOException {
    switch (random.nextInt(3)) {
      case 0 -> {
        socket.setSoLinger(true, 0); // a reset
        socket.close();
      }
      case 1 -> {
        try (socket) {
          socket.shutdownOutput();
          socket.setSoTimeout(20_000);
          while (socket.getInputStream().read() >= 0) {
            // Whatever the relay has still to say.
          }
        } catch (IOException e) {
          // It had less to say than was sent to it.
        }
      }
      default -> socket.close();
    }
  }
}
