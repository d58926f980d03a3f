/**
 * Tasks that are done one after another, as long as they are wanted. One that fails is told of.
 */
export class Queue {
  #last = Promise.resolve();
  #wanted;
  #failed;

  /**
   * @param {() => boolean} wanted
   * @param {() => void} failed
   */
  constructor(wanted, failed) {
    this.#wanted = wanted;
    this.#failed = failed;
  }

  /** @param {() => void | Promise<void>} task */
  add(task) {
    this.#last = this.#last
      .then(() => (this.#wanted() ? task() : undefined))
      .catch(() => (this.#wanted() ? this.#failed() : undefined));
  }
}
