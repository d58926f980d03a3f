package network.pug.e2e.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Java has learnt from a training is used, and not missed. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TrainingTest {
  private static final String CACHE = "relay/target/pug-relay.aot";

  /** A training that is over as soon as it has begun, and notes that it was asked for. */
  private static final String SHORT =
      """
      class Training {
        public static void main(String[] command) throws Exception {
          java.nio.file.Files.createTempFile(java.nio.file.Path.of("TRIES"), "try", null);
          System.out.println("out");
          System.err.println("err");
          var relay = new ProcessBuilder(command);
          relay.command().add("--version");
          System.exit(STATUS + relay.inheritIO().start().waitFor());
        }
      }
      """;

  /** What can have become of what was learnt. */
  enum Mishap {
    MISSING {
      @Override
      void happenTo(Path cache) throws Exception {
        Files.delete(cache);
      }
    },
    CUT_SHORT {
      @Override
      void happenTo(Path cache) throws Exception {
        try (FileChannel file = FileChannel.open(cache, StandardOpenOption.WRITE)) {
          file.truncate(file.size() / 2);
        }
      }
    },
    FROM_OTHER_FLAGS {
      @Override
      void happenTo(Path cache) throws Exception {
        String java = System.getProperty("java.home") + "/bin/java";
        var training =
            new ProcessBuilder(
                java, "-XX:AOTCacheOutput=" + cache, "-XX:-UseCompactObjectHeaders", "-version");
        training.redirectErrorStream(true);
        try (var process = Pugnetwork.start(training)) {
          assertEquals(0, process.end().status());
        }
      }
    };

    abstract void happenTo(Path cache) throws Exception;
  }

  @TempDir private Path folder;

  @Test
  void whatWasLearntIsUsed() throws Exception {
    try (var process = Pugnetwork.start("--port", "0")) {
      process.listening();
      assertTrue(uses(process, Pugnetwork.ROOT.resolve(CACHE)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whereItCannotBeUsedTheRelayDoesWithoutAndSaysNothing(Mishap mishap) throws Exception {
    Checkout checkout = checkout(0);
    Path cache = checkout.resolve(CACHE);
    checkout.run("--version");
    assertEquals(new Use(true, ""), start(checkout));
    mishap.happenTo(cache);
    assertEquals(new Use(false, ""), start(checkout));
  }

  @Test
  void aTrainingThatFailsIsToldOnceAndNotRepeated() throws Exception {
    Checkout checkout = checkout(1);
    assertTrue(checkout.run("--version").err().contains("pugnetwork: training failed"));
    assertEquals(new Use(false, ""), start(checkout));
    assertEquals(1, tries());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "relay/target/pug-relay.jar",
        "relay/target/lib/pug-protocol-0.1.0.jar",
        "pugnetwork",
      })
  void itIsRepeatedOnceWhereSomethingHasChanged(String file) throws Exception {
    Checkout checkout = checkout(0);
    assertTrue(checkout.run("--version").err().endsWith("pugnetwork: training…\n"));
    assertEquals("", checkout.run("--version").err());
    Path changed = checkout.resolve(file);
    byte[] content = Files.readAllBytes(changed);
    // What stands before a ZIP file is no part of it.
    Files.write(changed, file.endsWith(".jar") ? new byte[] {0} : content);
    Files.write(
        changed, file.endsWith(".jar") ? content : new byte[] {'\n'}, StandardOpenOption.APPEND);
    assertEquals("pugnetwork: training…\n", checkout.run("--version").err());
    assertEquals(new Use(true, ""), start(checkout));
    assertEquals(2, tries());
  }

  /** A copy with a short training that ends with a status. */
  private Checkout checkout(int status) throws IOException {
    Checkout checkout = Checkout.copyTo(folder);
    checkout.addQuickMaven();
    Files.createDirectory(folder.resolve("tries"));
    Files.writeString(
        checkout.training(),
        SHORT
            .replace("TRIES", folder.resolve("tries").toString())
            .replace("STATUS", Integer.toString(status)));
    return checkout;
  }

  private int tries() throws IOException {
    try (var files = Files.list(folder.resolve("tries"))) {
      return (int) files.count();
    }
  }

  /** Whether a relay used what was learnt, and what it said beside its usual lines. */
  private record Use(boolean used, String said) {}

  /** Starts a relay and has it make a room. */
  private static Use start(Checkout checkout) throws Exception {
    try (var process = Pugnetwork.start(checkout.command("--port", "0", "--pow-difficulty", "0"))) {
      Room.create(Relay.at(process.listening()));
      boolean used = uses(process, checkout.resolve(CACHE));
      Pugnetwork.Ended ended = process.stop().extraordinary();
      return new Use(used, ended.out() + ended.err());
    }
  }

  private static boolean uses(Pugnetwork process, Path file) throws IOException {
    return Files.readString(Path.of("/proc/" + process.pid() + "/maps")).contains(file.toString());
  }
}
