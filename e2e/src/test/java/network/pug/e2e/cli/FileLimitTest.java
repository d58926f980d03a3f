package network.pug.e2e.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import network.pug.e2e.support.Answer;
import network.pug.e2e.support.Member;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A relay keeps no more sockets than there may be open files. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FileLimitTest {
  private static final int LIMIT = 256;

  /** What a relay with that limit says at its start. */
  private static final Pattern START =
      Pattern.compile(
          "pugnetwork: started: .* up to (\\d+) connections; for 200000 the limit of open files"
              + " must be raised, now 256 .*\\R(?s:.*)");

  @Test
  void theStartSaysHowManyItKeepsAndItKeepsThatMany() throws Exception {
    List<AutoCloseable> sockets = new ArrayList<>();
    try (var process = Pugnetwork.start(limited(LIMIT))) {
      Relay relay = Relay.at(process.listening());
      long idle = openSockets(process.pid());
      Member member = Member.join(relay, Room.create(relay));
      sockets.add(member);
      RawHttp one = new RawHttp(relay);
      sockets.add(one);
      // Those that asked for the room take a place until they are closed.
      while (openSockets(process.pid()) > idle + sockets.size()) {
        Thread.onSpinWait();
      }
      int kept = sockets.size();
      while (tryHandshake(relay, sockets)) {
        kept++;
      }
      for (int i = 0; i < 2 * LIMIT; i++) {
        sockets.add(relay.open());
      }
      assertTrue(openFiles(process.pid()) < LIMIT, () -> "no file is left");
      member.say("undisturbed");
      assertEquals("undisturbed", member.chat().text());
      one.ask("GET", "/healthz", "").expect(200);
      for (AutoCloseable socket : sockets) {
        socket.close();
      }
      Answer answer = RawHttp.get(relay, "/healthz");
      while (answer.status() == 503) {
        answer = RawHttp.get(relay, "/healthz");
      }
      answer.expect(200);
      var start = START.matcher(process.stop().err());
      assertTrue(start.matches());
      assertEquals(kept, Integer.parseInt(start.group(1)));
    }
  }

  @Test
  void aLimitThatLeavesNoSocketIsToldInOneLine() throws Exception {
    try (var process = Pugnetwork.start(limited(64))) {
      Pugnetwork.Ended ended = process.end();
      assertEquals(2, ended.status());
      assertEquals(1, ended.err().lines().count(), ended.err());
      assertTrue(ended.err().contains("64 open files"), ended.err());
    }
  }

  private static boolean tryHandshake(Relay relay, List<AutoCloseable> sockets) throws IOException {
    RawHttp http = new RawHttp(relay);
    sockets.add(http);
    http.send(http.head("GET", "/ws", "", RawWebSocket.upgrade()));
    return http.readHead().status() == 101;
  }

  private static ProcessBuilder limited(int files) {
    ProcessBuilder command = Pugnetwork.command("--port", "0", "--pow-difficulty", "0");
    command
        .command()
        .addAll(0, List.of("sh", "-c", "ulimit -n " + files + " && exec \"$@\"", "sh"));
    return command;
  }

  private static long openFiles(long pid) throws IOException {
    try (var files = Files.list(descriptors(pid))) {
      return files.count();
    }
  }

  private static long openSockets(long pid) throws IOException {
    try (var files = Files.list(descriptors(pid))) {
      return files.filter(FileLimitTest::isSocket).count();
    }
  }

  private static Path descriptors(long pid) {
    return Path.of("/proc", Long.toString(pid), "fd");
  }

  private static boolean isSocket(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
    } catch (IOException e) {
      return false; // it was closed meanwhile
    }
  }
}
