package network.pug.relay.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import network.pug.relay.Race;
import network.pug.relay.http.OneTimeTokens.Spending;
import network.pug.relay.room.Clock;
import org.junit.jupiter.api.Test;

class OneTimeTokensRaceTest {
  private static final Duration LIFE = Duration.ofMinutes(2);
  private static final int ROUNDS = 500;
  private static final int THREADS = 4;

  /** A clock that any thread may move. */
  private static final class SharedClock implements Clock {
    final AtomicLong now = new AtomicLong();

    @Override
    public long nanos() {
      return now.get();
    }

    @Override
    public long epochMillis() {
      return now.get() / 1_000_000;
    }
  }

  private final SharedClock clock = new SharedClock();
  private final OneTimeTokens tokens =
      new OneTimeTokens(
          clock, Chance.of(new Random(1)), UnpooledByteBufAllocator.DEFAULT, LIFE, 1000);

  @Test
  void aTokenIsSpentOnceAlsoWhileSpentOnesAreForgotten() throws Exception {
    try (Race race = new Race(THREADS)) {
      for (int round = 0; round < ROUNDS; round++) {
        // So that a generation ends in the token's life, while it is being spent.
        clock.now.addAndGet(LIFE.toNanos() - 1);
        ByteBuf token = Unpooled.buffer();
        tokens.issue(token);
        ByteBuffer text = token.nioBuffer();
        Callable<Spending> spend = () -> tokens.spend(text.duplicate());
        List<Callable<Spending>> all = new ArrayList<>(Collections.nCopies(THREADS - 1, spend));
        all.add(
            () -> {
              clock.now.incrementAndGet();
              return tokens.spend(text.duplicate());
            });
        List<Spending> results = race.run(all);
        assertEquals(1, Collections.frequency(results, Spending.DONE), "round " + round);
        assertEquals(Spending.INVALID, tokens.spend(text.duplicate()));
      }
    }
  }
}
