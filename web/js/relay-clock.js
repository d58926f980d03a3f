/**
 * The room's clock, as the relay tells it, carried on by a monotonic one: the device's own time may
 * be wrong and may jump.
 */
export class RelayClock {
  #monotonic;
  #offset = 0;

  /** @param {() => number} [monotonic] milliseconds since whenever */
  constructor(monotonic = () => performance.now()) {
    this.#monotonic = monotonic;
  }

  /** @param {number} now the room's time at this instant, ms since the Unix epoch */
  set(now) {
    this.#offset = now - this.#monotonic();
  }

  /** @returns {number} the room's time, ms since the Unix epoch */
  now() {
    return this.#offset + this.#monotonic();
  }
}
