package network.pug.e2e.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import network.pug.e2e.support.Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the launcher may be called from, and which Java it takes. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LauncherTest {

  @TempDir private Path folder;

  @Test
  void itRunsFromAnotherDirectoryWithPathsOfThatDirectory() throws Exception {
    Certificate.make(folder, "here");
    ProcessBuilder command =
        Pugnetwork.command("--port=0", "--tls-cert=chain.pem", "--tls-key=key.pem");
    try (var relay = Pugnetwork.start(command.directory(folder.toFile()))) {
      assertEquals("https", relay.listening().getScheme());
    }
  }

  @Test
  void itRunsThroughSymbolicLinks() throws Exception {
    Checkout checkout = Checkout.copyTo(folder);
    checkout.addQuickMaven();
    Path link = folder.resolve("a link");
    Files.createSymbolicLink(link, checkout.resolve("pugnetwork"));
    Path relative = Files.createSymbolicLink(folder.resolve("b link"), link.getFileName());
    ProcessBuilder command = checkout.command("--version");
    command.command().set(0, relative.toString());
    try (var launcher = Pugnetwork.start(command)) {
      assertEquals(0, launcher.end().status());
    }
  }

  @Test
  void aSuitableJavaHomeIsTaken() throws Exception {
    ProcessBuilder command = Pugnetwork.command("--version");
    command.environment().put("JAVA_HOME", fakeJava("99.0.1", "echo \"$@\"").toString());
    try (var launcher = Pugnetwork.start(command)) {
      String arguments = launcher.end().out();
      assertTrue(
          arguments.endsWith("relay/target/pug-relay.jar network.pug.relay.Main --version\n"),
          arguments);
    }
  }

  @Test
  void aJavaWhoseReleaseFileHasNoLastNewlineIsTaken() throws Exception {
    Path home = fakeJava("25", "echo from there");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25.0.3\"");
    ProcessBuilder command = Pugnetwork.command("--version");
    command.environment().put("JAVA_HOME", home.toString());
    try (var launcher = Pugnetwork.start(command)) {
      assertEquals("from there\n", launcher.end().out());
    }
  }

  @Test
  void aSuitableJavaOnThePathIsTakenThroughLinks() throws Exception {
    Path java = fakeJava("25", "echo from the path").resolve("bin/java");
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("java"), java);
    ProcessBuilder command = Pugnetwork.command("--version");
    command.environment().remove("JAVA_HOME");
    command.environment().merge("PATH", bin.toString(), (path, added) -> added + ":" + path);
    try (var launcher = Pugnetwork.start(command)) {
      assertEquals("from the path\n", launcher.end().out());
    }
  }

  @Test
  void anOldJavaIsPassedOverWithoutStartingIt() throws Exception {
    Path started = folder.resolve("started");
    Path old = fakeJava("24.0.2", "touch '" + started + "'");
    ProcessBuilder command = Pugnetwork.command("--version");
    command.environment().put("JAVA_HOME", old.toString());
    command.environment().merge("PATH", old + "/bin", (path, added) -> added + ":" + path);
    try (var launcher = Pugnetwork.start(command)) {
      assertEquals(0, launcher.end().status());
    }
    assertTrue(Files.notExists(started));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
  void whatTheMachineWouldHaveEveryJavaDoIsNotDone(String variable) throws Exception {
    ProcessBuilder command = Pugnetwork.command("--help");
    command.environment().put(variable, "-XX:+HeapDumpOnOutOfMemoryError");
    try (var launcher = Pugnetwork.start(command)) {
      Pugnetwork.Ended ended = launcher.end();
      assertEquals("", ended.err());
      assertEquals(0, ended.status());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"LD_DEBUG_OUTPUT", "LD_PROFILE_OUTPUT"})
  void whatWouldHaveEveryProgramTraceItselfIsTakenAway(String variable) throws Exception {
    ProcessBuilder command = Pugnetwork.command("--version");
    Path home = fakeJava("25", "printf '%s' \"${" + variable + "-nothing}\"");
    command.environment().put("JAVA_HOME", home.toString());
    command.environment().put(variable, "somewhere");
    try (var launcher = Pugnetwork.start(command)) {
      assertEquals("nothing", launcher.end().out());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HeapDumpOnOutOfMemoryError, false",
    "HeapDumpBeforeFullGC, false",
    "HeapDumpAfterFullGC, false",
    "CreateCoredumpOnCrash, false",
    "SuppressFatalErrorMessage, true",
    "DisableAttachMechanism, true",
    "UsePerfData, false",
  })
  void javaIsToldToLeaveNothingOfItsMemory(String flag, boolean value) throws Exception {
    ProcessBuilder command = Pugnetwork.command("--version");
    String java = System.getProperty("java.home") + "/bin/java";
    Path home = fakeJava("25", "exec '" + java + "' -XX:+PrintFlagsFinal \"$@\"");
    command.environment().put("JAVA_HOME", home.toString());
    try (var launcher = Pugnetwork.start(command)) {
      String flags = launcher.end().out();
      assertTrue(flags.matches("(?s).*\\b" + flag + " += " + value + " .*"), flag);
    }
  }

  /** A Java home whose java is a script. */
  private Path fakeJava(String version, String script) throws IOException {
    Path home = Files.createDirectories(folder.resolve("java home"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Path java = Files.createDirectory(home.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    return home;
  }
}
