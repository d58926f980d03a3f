package network.pug.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import network.pug.relay.room.ManualClock;
import org.junit.jupiter.api.Test;

/** When the heap is swept; that it is clean then, only a look at the memory can show. */
class HeapSweepTest {
  private final ManualClock clock = new ManualClock();
  private final EmbeddedChannel timer = new EmbeddedChannel();
  private Duration duration = Duration.ZERO;
  private int sweeps;
  private Runnable during = () -> {};

  private final HeapSweep heap =
      new HeapSweep(
          timer.eventLoop(),
          clock,
          () -> {
            sweeps++;
            clock.advance(duration);
            during.run();
          });

  HeapSweepTest() {
    timer.freezeTime();
  }

  private void pass(Duration time) {
    clock.advance(time);
    timer.advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS);
    timer.runScheduledPendingTasks();
  }

  @Test
  void aRoomThatEndsIsSweptAwaySoonAfter() {
    heap.roomEnded();
    pass(Duration.ofMillis(1999));
    assertEquals(0, sweeps);
    pass(Duration.ofMillis(1));
    assertEquals(1, sweeps);
  }

  @Test
  void nothingIsSweptWhereNoRoomEnds() {
    heap.roomEnded();
    pass(Duration.ofSeconds(2));
    assertEquals(1, sweeps);
    pass(Duration.ofHours(1));
    assertEquals(1, sweeps);
  }

  @Test
  void roomsThatEndWithinHalfASecondAreSweptTogether() {
    heap.roomEnded();
    pass(Duration.ofMillis(500));
    heap.roomEnded();
    pass(Duration.ofMillis(1500));
    assertEquals(1, sweeps);
    pass(Duration.ofHours(1));
    assertEquals(1, sweeps);
  }

  @Test
  void aRoomThatEndsRightBeforeASweepIsSweptAwayByAnother() {
    heap.roomEnded();
    pass(Duration.ofMillis(501));
    heap.roomEnded();
    pass(Duration.ofMillis(1499));
    assertEquals(1, sweeps);
    pass(Duration.ofSeconds(7));
    assertEquals(2, sweeps);
    pass(Duration.ofHours(1));
    assertEquals(2, sweeps);
  }

  @Test
  void aRoomThatEndsAfterASweepIsSweptAwayWithinTenSeconds() {
    heap.roomEnded();
    pass(Duration.ofSeconds(2));
    heap.roomEnded();
    pass(Duration.ofMillis(6999));
    assertEquals(1, sweeps);
    pass(Duration.ofMillis(1));
    assertEquals(2, sweeps);
  }

  @Test
  void aRoomThatEndsDuringASweepIsSweptAwayByTheNext() {
    during = () -> heap().roomEnded();
    heap.roomEnded();
    pass(Duration.ofSeconds(2));
    during = () -> {};
    pass(Duration.ofMillis(6999));
    assertEquals(1, sweeps);
    pass(Duration.ofMillis(1));
    assertEquals(2, sweeps);
  }

  @Test
  void aSweepThatFindsNoMemoryIsNotTheLast() {
    during =
        () -> {
          throw new OutOfMemoryError();
        };
    heap.roomEnded();
    pass(Duration.ofSeconds(2));
    heap.roomEnded();
    pass(Duration.ofSeconds(7));
    assertEquals(2, sweeps);
  }

  private HeapSweep heap() {
    return heap;
  }

  @Test
  void sweepingTakesATenthOfTheTime() {
    duration = Duration.ofSeconds(1);
    heap.roomEnded();
    pass(Duration.ofSeconds(2));
    heap.roomEnded();
    pass(Duration.ofMillis(9999));
    assertEquals(1, sweeps);
    pass(Duration.ofMillis(1));
    assertEquals(2, sweeps);
  }
}
