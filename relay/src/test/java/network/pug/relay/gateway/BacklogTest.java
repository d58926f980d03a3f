package network.pug.relay.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import network.pug.relay.room.Bound;
import network.pug.relay.room.Refusals;
import org.junit.jupiter.api.Test;

class BacklogTest {
  private final List<Bound> reached = new ArrayList<>();

  private final Backlog backlog =
      new Backlog(
          10,
          16,
          new Refusals() {
            @Override
            public void refused(String code) {}

            @Override
            public void reached(Bound bound) {
              reached.add(bound);
            }
          });

  @Test
  void asMuchMayWaitForOneAsItsBoundAndNotAByteMore() {
    assertTrue(backlog.tryAdd(4, 6));
    assertFalse(backlog.tryAdd(4, 7));
    assertEquals(List.of(Bound.QUEUE_BYTES), reached);
    assertEquals(6, backlog.bytes());
  }

  @Test
  void asMuchMayWaitForAllAsTheirBoundAndNotAByteMore() {
    assertTrue(backlog.tryAdd(0, 10) && backlog.tryAdd(0, 6));
    assertFalse(backlog.tryAdd(0, 1));
    assertEquals(List.of(Bound.BACKLOG_BYTES), reached);
    assertEquals(16, backlog.bytes());
  }

  @Test
  void upToThreeQuartersSomebodyNewIsLetIn() {
    assertTrue(backlog.tryAdd(0, 10) && backlog.tryAdd(0, 2));
    assertTrue(backlog.admits());
    assertTrue(backlog.tryAdd(0, 1));
    assertFalse(backlog.admits());
    assertEquals(List.of(Bound.BACKLOG_BYTES), reached);
  }
}
