package network.pug.bench.load;

/** Takes the time and the processor time from one moment to another. */
final class Stopwatch {
  private final Meter relay;
  private final Meter.Cpu relayBefore;
  private final Meter.Cpu ownBefore;
  private final long start;

  private Stopwatch(Meter relay) {
    this.relay = relay;
    ownBefore = Meter.ofThis().cpu();
    start = System.nanoTime();
    relayBefore = relay.cpu();
  }

  static Stopwatch start(Meter relay) {
    return new Stopwatch(relay);
  }

  /** What has been since the start, in which so much was done. */
  Figures stop(long units, Latencies latencies, Faults faults) {
    Meter.Cpu cpu = relay.cpu().since(relayBefore);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Figures(
        units, seconds, cpu, Meter.ofThis().cpu().since(ownBefore), latencies, faults);
  }
}
