package network.pug.relay.gateway;

import network.pug.relay.room.Refusals;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/** Whatever event loops do to the backlog at once has a result that in turn they could have. */
public class BacklogRaceTest {
  private final Backlog backlog = new Backlog(4, 4, Refusals.UNHEARD);

  /** Begins with 3 of 4 bytes waiting. */
  public BacklogRaceTest() {
    backlog.tryAdd(0, 3);
  }

  @Operation
  public boolean addOne() {
    return backlog.tryAdd(0, 1);
  }

  @Operation
  public boolean addThree() {
    return backlog.tryAdd(0, 3);
  }

  @Operation(runOnce = true)
  public void removeThree() {
    backlog.remove(3);
  }

  @Operation
  public boolean admits() {
    return backlog.admits();
  }

  @Test
  void nobodyIsCutOffWhileThereIsRoomNorMoreTakenThanThereIs() {
    new ModelCheckingOptions()
        .threads(2)
        .actorsPerThread(2)
        .iterations(10)
        .invocationsPerIteration(100)
        .check(BacklogRaceTest.class);
  }
}
