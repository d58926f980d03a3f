/**
 * One's own texts that were sent, and have not come back from the relay yet.
 */
export class Unheard {
  #answer;
  /** @type {Map<number, string>} by counter */
  #texts = new Map();

  /** @param {import('./deadline.js').Deadline} answer armed while there are any */
  constructor(answer) {
    this.#answer = answer;
  }

  /** @param {number} counter @param {string} text */
  add(counter, text) {
    this.#texts.set(counter, text);
    this.#answer.arm();
  }

  /** @param {number} counter of what has come back */
  heard(counter) {
    if (!this.#texts.delete(counter)) return;
    this.#answer.disarm();
    if (this.#texts.size > 0) this.#answer.arm();
  }

  /** @returns {string[]} all of them, in the order of sending; they are forgotten here */
  take() {
    const texts = [...this.#texts.values()];
    this.#texts.clear();
    return texts;
  }
}
