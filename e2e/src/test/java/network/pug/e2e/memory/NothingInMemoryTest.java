package network.pug.e2e.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import network.pug.e2e.support.Certificate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A relay that has been idle for ten seconds holds nothing of the rooms that have ended. */
class NothingInMemoryTest {
  private static final List<Kind> GONE =
      List.of(
          Kind.PAYLOAD,
          Kind.MASKED_PAYLOAD,
          Kind.FRAME,
          Kind.ROOM_SECRET,
          Kind.ROOM_ID,
          Kind.SESSION_TOKEN,
          Kind.DIGEST,
          Kind.NAME);

  @TempDir private static Path folder;

  @BeforeAll
  static void assumePossible() throws Exception {
    MemoryImage.assumePossible();
  }

  @TestFactory
  List<DynamicContainer> aRoomThatHasEndedIsGone() throws Exception {
    Certificate certificate = Certificate.make(folder, "relay");
    try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Findings> http = together.submit(() -> scan(Served.start(null)));
      Future<Findings> https = together.submit(() -> scan(Served.start(certificate)));
      return List.of(
          dynamicContainer("HTTP", tests(http.get())),
          dynamicContainer("HTTPS", tests(https.get())));
    }
  }

  private static Findings scan(Served served) throws Exception {
    try (Served relay = served) {
      List<Needle> needles = relay.lives().lead();
      for (Ending ending : Ending.values()) {
        GONE.forEach(kind -> assertLookedFor(ending, kind, needles));
      }
      try (MemoryImage image = relay.image()) {
        return image.search(needles).moreThanRegisters();
      }
    }
  }

  private static void assertLookedFor(Ending ending, Kind kind, List<Needle> needles) {
    assertTrue(
        needles.stream()
            .anyMatch(needle -> needle.room().equals(ending.room()) && needle.kind() == kind),
        () -> "no " + kind + " of the " + ending.room() + " is looked for");
  }

  private static Stream<DynamicContainer> tests(Findings findings) {
    List<DynamicContainer> rooms = new ArrayList<>();
    for (Ending ending : Ending.values()) {
      rooms.add(
          dynamicContainer(
              ending.room(),
              GONE.stream()
                  .map(
                      kind -> {
                        Findings left = findings.of(ending.room(), kind);
                        return dynamicTest(
                            "no " + kind, () -> assertEquals(0, left.count(), left::report));
                      })));
    }
    return rooms.stream();
  }
}
