/**
 * The counters of the messages heard from each sender: what is repeated, what is missing. See
 * spec/protocol.md, section 7, "Opening".
 */
export class Counters {
  /** @type {Map<string, number>} last counter heard, by connection id */
  #last = new Map();

  /**
   * A sender that joined after us, or ourselves: its first message is number 1. What we already
   * know of a sender stays, so that announcing it twice opens no way to repeat its messages.
   *
   * @param {string} connectionId
   */
  begin(connectionId) {
    if (!this.#last.has(connectionId)) this.#last.set(connectionId, 0);
  }

  /**
   * @param {string} connectionId
   * @param {number} counter
   * @returns {number | null} how many messages are missing in front of this one; null: a repetition
   */
  accept(connectionId, counter) {
    const last = this.#last.get(connectionId) ?? counter - 1;
    if (counter <= last) return null;
    this.#last.set(connectionId, counter);
    return counter - last - 1;
  }
}
