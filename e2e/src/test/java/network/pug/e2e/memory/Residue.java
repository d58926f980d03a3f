package network.pug.e2e.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import network.pug.e2e.support.Certificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What relays on several stacks hold of rooms that have ended, as a Markdown table. It is no test
 * by its name, so it runs only when it is asked for. Needs npm beside gdb.
 */
class Residue {
  private static final Path PEERS = Path.of("src/test/peers");
  private static final List<Kind> COLUMNS =
      List.of(
          Kind.PAYLOAD, Kind.MASKED_PAYLOAD, Kind.ROOM_SECRET, Kind.ROOM_ID, Kind.SESSION_TOKEN);

  @TempDir private Path folder;

  @Test
  void isPrinted() throws Exception {
    MemoryImage.assumePossible();
    npm("ci", "--ignore-scripts", "--no-audit", "--no-fund");
    List<String> table = new ArrayList<>();
    table.add(row("relay", COLUMNS.stream().map(Kind::toString).toList()));
    table.add(row("---", COLUMNS.stream().map(kind -> "--:").toList()));
    try (Served relay = Served.node("ws.js")) {
      table.add(row("ws", counts(relay, new NodeDialect(relay.relay(), relay.random(), false))));
    }
    try (Served relay = Served.node("socketio.js")) {
      table.add(
          row("Socket.IO", counts(relay, new NodeDialect(relay.relay(), relay.random(), true))));
    }
    table.add(row("Pug Network", pug(null)));
    table.add(row("Pug Network, TLS", pug(Certificate.make(folder, "relay"))));
    System.out.println(String.join("\n", table));
  }

  private static List<String> pug(@Nullable Certificate certificate) throws Exception {
    try (Served relay = Served.start(certificate)) {
      return counts(relay, new PugDialect(relay.relay(), relay.random()));
    }
  }

  private static List<String> counts(Served relay, Dialect dialect) throws Exception {
    Lives lives = new Lives(dialect, relay.random(), (needles, room, members) -> {});
    List<Needle> needles = lives.lead();
    try (MemoryImage image = relay.image()) {
      Findings findings = image.search(needles).moreThanRegisters();
      return COLUMNS.stream().map(kind -> count(kind, needles, findings)).toList();
    }
  }

  private static String count(Kind kind, List<Needle> needles, Findings findings) {
    boolean has = needles.stream().anyMatch(needle -> needle.kind() == kind);
    return has ? Integer.toString(findings.of(kind).count()) : "has none";
  }

  private static String row(String first, List<String> others) {
    return "| " + first + " | " + String.join(" | ", others) + " |";
  }

  private static void npm(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder npm = new ProcessBuilder("npm").directory(PEERS.toFile()).inheritIO();
    npm.command().addAll(List.of(arguments));
    assertEquals(0, npm.start().waitFor());
  }
}
