package network.pug.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class ClientAddressesRaceTest {
  private static final int ROUNDS = 5000;

  /**
   * One socket closes and comes again while two others try: one of the three gets the place, never
   * two, nor none.
   */
  @Test
  void ofSocketsThatWantTheOnePlaceAtOnceExactlyOneGetsIt() throws Exception {
    try (Race race = new Race(3)) {
      for (int round = 0; round < ROUNDS; round++) {
        ClientAddresses addresses = new ClientAddresses(1, null);
        Channel first = new EmbeddedChannel();
        addresses.admits(first);
        Channel again = new EmbeddedChannel();
        Channel other = new EmbeddedChannel();
        Channel third = new EmbeddedChannel();
        List<Boolean> admitted =
            race.run(
                List.<Callable<Boolean>>of(
                    () -> {
                      addresses.forget(first);
                      return addresses.admits(again);
                    },
                    () -> addresses.admits(other),
                    () -> addresses.admits(third)));
        assertEquals(1, admitted.stream().filter(in -> in).count(), "round " + round);
        List.of(again, other, third).forEach(addresses::forget);
        assertEquals(0, addresses.tracked());
      }
    }
  }
}
