/**
 * A time by which an answer is due. Arming it again moves nothing.
 */
export class Deadline {
  #world;
  #ms;
  #missed;
  /** @type {unknown} */ #timer = null;

  /**
   * @param {import('./world.js').World} world
   * @param {number} ms from arming
   * @param {() => void} missed
   */
  constructor(world, ms, missed) {
    this.#world = world;
    this.#ms = ms;
    this.#missed = missed;
  }

  arm() {
    this.#timer ??= this.#world.setTimeout(this.#missed, this.#ms);
  }

  disarm() {
    this.#world.clearTimeout(this.#timer);
    this.#timer = null;
  }
}
