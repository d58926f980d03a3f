package network.pug.e2e.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher builds, and when. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BuildTest {

  @TempDir private Path folder;
  private Checkout checkout;

  @BeforeEach
  void copy() throws Exception {
    checkout = Checkout.copyTo(folder);
  }

  @Test
  void twoStartsAtOnceOfAFreshCopyBuildAndTrainOnceAndBothRun() throws Exception {
    try (var one = Pugnetwork.start(checkout.command("--port", "0"));
        var two = Pugnetwork.start(checkout.command("--port", "0"))) {
      assertEquals("127.0.0.1", one.listening().getHost());
      assertEquals("127.0.0.1", two.listening().getHost());
      assertEquals(
          List.of("pugnetwork: building…", "pugnetwork: training…"),
          Stream.of(one.stop(), two.stop())
              .flatMap(ended -> ended.err().lines())
              .filter(line -> line.endsWith("…"))
              .sorted() // each may have done either
              .toList());
      assertTrue(Files.exists(checkout.resolve("relay/target/pug-relay.aot")));
    }
  }

  @Test
  void aSecondStartBuildsNothingAndWritesNothing() throws Exception {
    checkout.addQuickMaven();
    checkout.run("--version");
    var before = checkout.changes();
    try (var second = Pugnetwork.start(checkout.command("--port", "0"))) {
      second.listening();
      assertEquals("", second.stop().extraordinary().err());
    }
    assertEquals(1, checkout.countBuilds());
    assertEquals(before, checkout.changes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pom.xml",
        "docs/pages/index.md",
        "docs/src/main/java/network/pug/docs/Renderer.java",
        "spec/protocol.md",
        "protocol/pom.xml",
        "protocol/src/main/java/network/pug/protocol/package-info.java",
        "relay/pom.xml",
        "relay/src/main/java/network/pug/relay/Main.java",
        "web/pom.xml",
        "web/src/main/java/network/pug/web/Packer.java",
        "web/index.html",
        "web/js/a-new-file.js",
        "web/css/a-new-file.css",
        "docs/pages/a-new-page.md",
      })
  void aChangedOrNewSourceIsBuiltOnce(String source) throws Exception {
    checkout.addQuickMaven();
    checkout.run("--version");
    Path file = checkout.resolve(source);
    Files.writeString(file, Files.exists(file) ? Files.readString(file) : "");
    assertEquals(0, checkout.run("--version").status());
    assertEquals(2, checkout.countBuilds());
    checkout.run("--version");
    assertEquals(2, checkout.countBuilds());
  }

  @Test
  void aDeletedSourceIsBuilt() throws Exception {
    Path file = Files.createFile(checkout.resolve("web/js/soon-gone.js"));
    checkout.addQuickMaven();
    checkout.run("--version");
    Files.delete(file);
    checkout.run("--version");
    assertEquals(2, checkout.countBuilds());
  }

  @Test
  void theEchoIsBuiltOnceForAChangedSourceAndNotForASeedOfTheFuzzers() throws Exception {
    checkout.addQuickMaven();
    checkout.run("echo", "--nonsense");
    Files.writeString(checkout.resolve("relay/src/test/corpus/JsonFuzz/a-new-seed"), "{}");
    assertEquals(2, checkout.run("echo", "--nonsense").status());
    assertEquals(1, checkout.countBuilds());
    // What the compiler does where another test has changed: it leaves the echo as it is.
    checkout.addTool("mvn", "echo built >> '" + folder.resolve("builds") + "'\n");
    Files.writeString(checkout.resolve("relay/src/test/java/Another.java"), "");
    checkout.run("echo", "--nonsense");
    assertEquals(2, checkout.countBuilds());
    checkout.run("echo", "--nonsense");
    assertEquals(2, checkout.countBuilds());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a-note.md",
        "relay/a-test.java",
        "web/package.json",
        "e2e/pom.xml",
        "client/pom.xml"
      })
  void whatTheRelayIsNotMadeOfIsNotBuilt(String other) throws Exception {
    checkout.addQuickMaven();
    checkout.run("--version");
    Files.writeString(checkout.resolve(other), "changed");
    checkout.run("--version");
    assertEquals(1, checkout.countBuilds());
  }

  @Test
  void aFailedBuildIsShownAndNothingIsStarted() throws Exception {
    checkout.addTool("mvn", "echo '[INFO] noise'; echo '[ERROR] Main.java is broken'; exit 1\n");
    Pugnetwork.Ended ended = checkout.run("--port", "0");
    assertEquals(2, ended.status());
    assertEquals("", ended.out());
    assertTrue(ended.err().contains("[ERROR] Main.java is broken"), ended.err());
    assertEquals("pugnetwork: the build failed, see above", ended.err().lines().toList().getLast());
  }

  @Test
  void aMavenThatCannotStartIsShown() throws Exception {
    checkout.addTool("mvn", "echo 'no room on device' >&2; exit 1\n");
    Pugnetwork.Ended ended = checkout.run("--port", "0");
    assertEquals(2, ended.status());
    assertTrue(ended.err().contains("no room on device"), ended.err());
  }

  @Test
  void theTestCommandRunsAllOfTheBuild() throws Exception {
    checkout.addTool("mvn", "echo \"$@\"\n");
    Pugnetwork.Ended ended = checkout.run("test");
    assertEquals("--batch-mode --no-transfer-progress clean verify\n", ended.out());
    assertEquals("", ended.err());
    assertEquals(0, ended.status());
  }

  @Test
  void aFailedTestFailsTheTestCommand() throws Exception {
    checkout.addTool("mvn", "exit 1\n");
    assertEquals(1, checkout.run("test").status());
  }

  @Test
  void aNodeThatIsTooOldForTheTestsIsNamed() throws Exception {
    checkout.addTool("node", "[ \"$1\" = --version ] && echo v18.20.4\n");
    Pugnetwork.Ended ended = checkout.run("test");
    assertEquals(2, ended.status());
    assertEquals(1, ended.err().lines().count(), ended.err());
    assertTrue(ended.err().contains("20.19 or later is needed, not v18.20.4"), ended.err());
  }

  @Test
  void aMissingMavenThatCannotBeInstalledIsNamed() throws Exception {
    for (String tool : "sh dirname readlink sed find grep awk id flock".split(" ", -1)) {
      checkout.addTool(tool, "exec /usr/bin/" + tool + " \"$@\"\n");
    }
    ProcessBuilder command = checkout.command("--port", "0");
    command.environment().compute("PATH", (name, path) -> path.split(":", -1)[0]);
    try (var launcher = Pugnetwork.start(command)) {
      Pugnetwork.Ended ended = launcher.end();
      assertEquals(2, ended.status());
      assertTrue(ended.err().contains("mvn is needed"), ended.err());
      assertEquals(1, ended.err().lines().count(), ended.err());
    }
  }
}
