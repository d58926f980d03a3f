package network.pug.e2e.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import network.pug.e2e.support.Member;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The invariants that only a running relay can show, each under its own name. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InvariantsTest {

  @Test
  void theServerMustNotStoreLogOrOtherwisePersistPayloadsRoomSecretsOrKeys() throws Exception {
    try (var process = Pugnetwork.start("--port", "0", "--pow-difficulty", "0")) {
      Relay relay = Relay.at(process.listening());
      try (Members members = new Members(relay)) {
        members.talk();
        assertEquals(List.of(), filesOpenForWriting(process.pid()));
        Traffic.misbehave(relay, members.room);
      }
      // It has said that it starts, where it listens and that it ends, and not a character more.
      assertEquals(new Pugnetwork.Ended(0, "", ""), process.stop().extraordinary());
    }
  }

  @Test
  void theServerMustNotLogIpAddresses() throws Exception {
    try (var process =
        Pugnetwork.start(
            "--port",
            "0",
            "--pow-difficulty",
            "0",
            "--max-connections-per-ip",
            "50",
            "--trusted-proxy",
            "127.0.0.0/8")) {
      Relay relay = Relay.at(process.listening());
      try (Members members = new Members(relay)) {
        members.talk();
        Traffic.misbehave(relay, members.room);
        RawHttp.get(relay, "/healthz", "X-Forwarded-For: 203.0.113.7");
      }
      assertEquals(new Pugnetwork.Ended(0, "", ""), process.stop().extraordinary());
    }
  }

  /** Two people in a room. */
  private static final class Members implements AutoCloseable {
    final Room room;
    private final Member ann;
    private final Member ben;

    Members(Relay relay) throws IOException {
      room = Room.create(relay);
      ann = Member.join(relay, room);
      ben = Member.join(relay, room);
    }

    void talk() throws IOException {
      ann.newcomer();
      ann.say("a payload that nobody else shall see");
      ben.chat();
    }

    @Override
    public void close() throws IOException {
      ann.close();
      ben.close();
    }
  }

  /** Regular files that a process has open and could write to; nothing where there is no /proc. */
  private static List<String> filesOpenForWriting(long pid) throws IOException {
    Path proc = Path.of("/proc/" + pid);
    List<String> found = new ArrayList<>();
    if (Files.isDirectory(proc)) {
      try (Stream<Path> descriptors = Files.list(proc.resolve("fd"))) {
        for (Path descriptor : descriptors.toList()) {
          Path target = Files.readSymbolicLink(descriptor);
          if (Files.isRegularFile(target) && isWritable(proc, descriptor.getFileName())) {
            found.add(target.toString());
          }
        }
      }
    }
    return found;
  }

  private static boolean isWritable(Path proc, Path descriptor) throws IOException {
    String flags =
        Files.readAllLines(proc.resolve("fdinfo").resolve(descriptor)).stream()
            .filter(line -> line.startsWith("flags:"))
            .findFirst()
            .orElseThrow()
            .substring("flags:".length())
            .strip();
    return (Integer.parseInt(flags, 8) & 3) != 0;
  }
}
