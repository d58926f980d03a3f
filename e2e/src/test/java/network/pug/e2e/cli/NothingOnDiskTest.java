package network.pug.e2e.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import network.pug.e2e.support.Certificate;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of what a relay does is left in a file. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NothingOnDiskTest {

  /** What Java opens before the relay runs: a switch of its own process, and nowhere. */
  private static final List<String> HARMLESS =
      List.of("\"/proc/self/coredump_filter\"", "\"/dev/null\"");

  @TempDir private Path folder;

  @ParameterizedTest(name = "TLS: {0}")
  @ValueSource(booleans = {false, true})
  void theRelayOpensNoFileForWritingAndCreatesNone(boolean tls) throws Exception {
    Certificate certificate = tls ? Certificate.make(folder, "relay") : null;
    Path log = folder.resolve("trace");
    try (var process = Pugnetwork.start(FileTrace.traced(command(certificate), log))) {
      serve(process, certificate);
      process.signal("HUP");
      process.nextErrorLine();
      assertEquals(0, process.stop().status());
    }
    FileTrace trace = FileTrace.read(log);
    assertEquals(List.of(), trace.after());
    assertEquals(
        List.of(),
        trace.before().stream()
            .filter(call -> HARMLESS.stream().noneMatch(call::contains))
            .toList());
  }

  @ParameterizedTest(name = "TLS: {0}")
  @ValueSource(booleans = {false, true})
  void theRelayNeedsNoPlaceThatCanBeWrittenTo(boolean tls) throws Exception {
    List<String> namespace = mountNamespace();
    Certificate certificate = tls ? Certificate.make(folder, "relay") : null;
    ProcessBuilder command = command(certificate);
    Path readOnly = Path.of(NothingOnDiskTest.class.getResource("read-only.sh").toURI());
    command.command().addAll(0, List.of("sh", readOnly.toString()));
    command.command().addAll(0, namespace);
    try (var process = Pugnetwork.start(command)) {
      serve(process, certificate);
      assertEquals(new Pugnetwork.Ended(0, "", ""), process.stop().extraordinary());
    }
  }

  @Test
  void thePlaceThatCannotBeWrittenToIsNoFake() throws Exception {
    List<String> command = new ArrayList<>(mountNamespace());
    Path readOnly = Path.of(NothingOnDiskTest.class.getResource("read-only.sh").toURI());
    command.addAll(List.of("sh", readOnly.toString(), "touch", folder.resolve("a").toString()));
    try (var process = Pugnetwork.start(new ProcessBuilder(command))) {
      assertTrue(process.end().err().contains("Read-only file system"));
    }
    assertEquals(List.of(), left());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ABRT", "SEGV"})
  void aCrashLeavesNoFileAndSaysNothing(String signal) throws Exception {
    try (var process = Pugnetwork.start(command(null).directory(folder.toFile()))) {
      process.listening();
      process.signal(signal);
      Pugnetwork.Ended ended = process.end().extraordinary();
      assertEquals("", ended.out() + ended.err());
      assertNotEquals(0, ended.status());
    }
    assertEquals(List.of(), left());
  }

  /** Where Netty looks first, so that it has none to unpack. */
  @Test
  void nativeLibrariesAreLoadedFromWhereTheBuildPutThem() throws Exception {
    try (var process = Pugnetwork.start(command(Certificate.make(folder, "relay")))) {
      process.listening();
      String mapped = Files.readString(Path.of("/proc/" + process.pid() + "/maps"));
      for (String library : List.of("netty_transport_native_epoll", "netty_tcnative")) {
        assertTrue(mapped.contains("/relay/target/lib/native/lib" + library), library);
      }
    }
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static ProcessBuilder command(@Nullable Certificate certificate) {
    ProcessBuilder command = Pugnetwork.command("--port", "0", "--pow-difficulty", "0");
    if (certificate != null) {
      command.command().addAll(List.of("--tls-cert", certificate.chain().toString()));
      command.command().addAll(List.of("--tls-key", certificate.key().toString()));
    }
    return command;
  }

  /** Has a relay do all that it does for people, and see what is wrong. */
  private static void serve(Pugnetwork process, @Nullable Certificate certificate)
      throws IOException {
    URI url = process.listening();
    Relay relay = certificate == null ? Relay.at(url) : Relay.at(url, certificate);
    Traffic.converse(relay);
    Traffic.misbehave(relay, Room.create(relay));
  }

  /** How a command is given a mount namespace of its own, by root or by anybody who may. */
  private static List<String> mountNamespace() throws IOException, InterruptedException {
    List<String> asRoot = List.of("unshare", "--mount");
    List<String> asUser = List.of("unshare", "--user", "--map-root-user", "--mount");
    for (List<String> way : List.of(asRoot, asUser)) {
      List<String> command = new ArrayList<>(way);
      command.addAll(List.of("mount", "--make-rprivate", "/"));
      Process probe = new ProcessBuilder(command).start();
      if (probe.waitFor() == 0) {
        return way;
      }
    }
    String why = "this system lets nobody but root have a mount namespace";
    System.err.println("The relay is not run on a read-only file system: " + why);
    assumeTrue(false, why);
    return List.of();
  }
}
