/**
 * The pauses between attempts to reconnect: they double, up to a bound, and vary at random, so that
 * those who lost their connection together do not all come back together.
 */

const FIRST_MS = 500;
const LONGEST_MS = 15_000;

export class Backoff {
  #random;
  #attempts = 0;

  /** @param {() => number} random from 0 to 1 */
  constructor(random) {
    this.#random = random;
  }

  /** @returns {number} the next pause, in ms: from half of what it may be up to all of it */
  next() {
    const pause = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.#attempts++);
    return pause * (0.5 + this.#random() / 2);
  }

  /** An attempt has succeeded. */
  reset() {
    this.#attempts = 0;
  }
}
