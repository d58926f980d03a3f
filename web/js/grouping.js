/**
 * Which messages stand together under one name, and where another day begins.
 */

/** How long after its sender's last message one still belongs to it. */
const TOGETHER_MS = 5 * 60_000;

/** @param {number} at */
const minute = (at) => Math.floor(at / 60_000);

export class Grouping {
  /** The message right above the next one. @type {{ sender: string, at: number } | null} */
  #above = null;
  #day = '';

  /**
   * Takes the next message.
   *
   * @param {string} sender who says it, by connection
   * @param {number} at ms since the Unix epoch; never before that of the message above
   * @returns {{ follows: boolean, sameMinute: boolean, newDay: boolean }} whether it continues what
   *   its sender said above, in the same minute even, and whether it is the first of another day
   */
  next(sender, at) {
    const day = new Date(at).toDateString();
    const newDay = this.#day !== '' && day !== this.#day;
    const above = this.#above;
    const follows = !newDay && above?.sender === sender && at - above.at <= TOGETHER_MS;
    const sameMinute = follows && minute(at) === minute(above.at);
    this.#above = { sender, at };
    this.#day = day;
    return { follows, sameMinute, newDay };
  }

  /** Something that is no message stands above the next one. */
  interrupt() {
    this.#above = null;
  }
}
