package network.pug.relay.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import network.pug.relay.room.Digest;
import network.pug.relay.room.JoinResult.Joined;
import network.pug.relay.room.ManualClock;
import network.pug.relay.room.Quota;
import network.pug.relay.room.RoomRegistry;
import org.junit.jupiter.api.Test;

class LoopAlarmTest {

  @Test
  void thereIsOneTimerHoweverManyRoomsComeAndGo() {
    try (var loop = new ScheduledThreadPoolExecutor(1)) {
      loop.setRemoveOnCancelPolicy(true);
      loop.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
      RoomRegistry<String> registry =
          new RoomRegistry<>(
              new ManualClock(),
              new Random(1),
              new LoopAlarm(loop, () -> {}),
              new Quota(2),
              (ending, lastMembers) -> {});
      registry.create(digest(0), digest(0), (int) Duration.ofDays(7).toSeconds(), 2);
      for (int i = 1; i <= 1000; i++) {
        registry.create(digest(i), digest(0), 3600, 2);
        if (registry.join(digest(i), digest(0), "ann") instanceof Joined<String> joined) {
          registry.leave(joined.member());
        }
      }
      assertEquals(1, registry.size());
      assertEquals(1, loop.getQueue().size());
    }
  }

  private static Digest digest(int number) {
    return new Digest(number, 0, 0, 0);
  }
}
