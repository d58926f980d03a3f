package network.pug.relay.room;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/** Whatever threads do to a quota at once has a result that one after the other could have. */
public class QuotaRaceTest {
  private final Quota quota = new Quota(1);

  /** Begins with every place taken. */
  public QuotaRaceTest() {
    quota.tryAcquire();
  }

  @Operation
  public boolean tryAcquire() {
    return quota.tryAcquire();
  }

  @Operation(runOnce = true)
  public void release() {
    quota.release();
  }

  @Test
  void nobodyIsTurnedAwayFromAFreePlaceNorLetInBeyondTheBound() {
    new ModelCheckingOptions()
        .threads(2)
        .actorsPerThread(2)
        .iterations(10)
        .invocationsPerIteration(100)
        .check(QuotaRaceTest.class);
  }
}
