package network.pug.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import network.pug.bench.load.Generator;
import network.pug.bench.load.Target;
import network.pug.bench.peer.Cores;
import network.pug.bench.peer.Peer;
import network.pug.bench.peer.Running;

/** What relays hold of the machine's memory. For one thread. */
final class Memory {
  private static final int MEMBERS = 6;
  private static final int ROOMS = 1500;
  private static final Duration START = Duration.ofSeconds(2);

  /** In which our relay sweeps its heap, once a room has ended, and lets go of what is free. */
  static final Duration REST = Duration.ofSeconds(10);

  private final Generator generator;
  private final Cores cores;

  Memory(Generator generator, Cores cores) {
    this.generator = generator;
    this.cores = cores;
  }

  /** Bytes of a relay that was started just now and does nothing. */
  double atRest(Running relay) throws InterruptedException {
    Thread.sleep(START);
    return relay.target().meter().residentBytes();
  }

  /** Bytes that each of 9,000 members who say nothing takes; of a fresh relay. */
  double bytesOfConnection(Peer peer) throws IOException, InterruptedException {
    SequencedMap<Integer, Double> sizes = ofConnections(peer, List.of(0, ROOMS * MEMBERS));
    return (sizes.lastEntry().getValue() - sizes.firstEntry().getValue()) / (ROOMS * MEMBERS);
  }

  /**
   * Bytes of a fresh relay, by how many members are there.
   *
   * @param connections how many there are to be; multiples of six, ascending
   */
  SequencedMap<Integer, Double> ofConnections(Peer peer, List<Integer> connections)
      throws IOException, InterruptedException {
    SequencedMap<Integer, Double> bytes = new LinkedHashMap<>();
    try (Running relay = Running.start(peer, cores, null)) {
      Target target = relay.target();
      for (int number : connections) {
        if (number == 0) {
          bytes.put(number, settled(target));
        } else {
          generator.join(
              target, number / MEMBERS, MEMBERS, () -> bytes.put(number, settled(target)));
        }
      }
    }
    return bytes;
  }

  private double settled(Target target) throws InterruptedException {
    generator.join(target, 1, 1, () -> {}); // a room that ends, for that brings about the sweep
    Thread.sleep(REST);
    return target.meter().residentBytes();
  }
}
