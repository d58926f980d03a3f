package network.pug.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import network.pug.relay.admin.RefusalCounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That there is no memory left for a client is no bug. */
class MemoryShortageTest {
  private final List<Throwable> bugs = new ArrayList<>();
  private final UncaughtExceptionHandler before =
      Thread.currentThread().getUncaughtExceptionHandler();
  private final RefusalCounts refusals = new RefusalCounts(bound -> {});
  private final EmbeddedLine line = new EmbeddedRelay(1, refusals).connect();

  MemoryShortageTest() {
    Thread.currentThread().setUncaughtExceptionHandler((thread, bug) -> bugs.add(bug));
  }

  @AfterEach
  void restore() {
    Thread.currentThread().setUncaughtExceptionHandler(before);
  }

  @Test
  void aRequestThatFindsNoMemoryIsRefused() {
    line.channel().pipeline().fireExceptionCaught(new OutOfMemoryError());
    assertFalse(line.isOpen());
    assertEquals(Map.of("503", 1L), refusals.byCode());
    assertEquals(List.of(), bugs);
  }

  @Test
  void whatElseFailsIsReported() {
    IllegalStateException bug = new IllegalStateException();
    line.channel().pipeline().fireExceptionCaught(bug);
    assertFalse(line.isOpen());
    assertEquals(Map.of(), refusals.byCode());
    assertEquals(List.of(bug), bugs);
  }
}
