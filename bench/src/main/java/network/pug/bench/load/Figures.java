package network.pug.bench.load;

/**
 * What a run has shown.
 *
 * @param units of work that were done: deliveries, joins, cycles or rooms
 * @param seconds that it took
 * @param cpu of the relay
 * @param generatorCpu of this process
 * @param latencies of deliveries, from when the message was due
 * @param faults what was wrong
 */
public record Figures(
    long units,
    double seconds,
    Meter.Cpu cpu,
    Meter.Cpu generatorCpu,
    Latencies latencies,
    Faults faults) {

  /** Microseconds of the relay's processor time for a unit. */
  public double cpuMicros() {
    return cpu.micros() / Math.max(1, units);
  }

  /** Units a second. */
  public double rate() {
    return units / seconds;
  }

  /** The share of a processor that this process took. */
  public double generatorShare() {
    return generatorCpu.micros() / 1e6 / seconds;
  }

  /** True if nothing was wrong. */
  public boolean ok() {
    return faults.none() && units > 0;
  }
}
