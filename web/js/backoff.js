/**
 * The pauses between attempts to reconnect: they double, up to a bound, and vary at random, so that
 * those who lost their connection together do not all come back together.
 */

const FIRST_MS = 500;
const LONGEST_MS = 15_000;
/** A connection that held for so long was no mere attempt. */
const STEADY_MS = 30_000;

export class Backoff {
  #world;
  #attempts = 0;
  #connectedAt = Infinity;

  /** @param {Pick<import('./world.js').World, 'random' | 'monotonic'>} world */
  constructor(world) {
    this.#world = world;
  }

  /** @returns {number} the next pause, in ms: from half of what it may be up to all of it */
  next() {
    if (this.#world.monotonic() - this.#connectedAt >= STEADY_MS) this.#attempts = 0;
    this.#connectedAt = Infinity;
    const pause = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.#attempts++);
    return pause * (0.5 + this.#world.random() / 2);
  }

  /** An attempt has succeeded: the pauses begin anew if it lasts. */
  connected() {
    this.#connectedAt = this.#world.monotonic();
  }
}
