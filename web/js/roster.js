/**
 * Who is in the room, and which of them is oneself.
 */

/** @typedef {import('./wire.js').Member} Member */

export class Roster {
  /** One's own connection ids, the current one last. @type {string[]} */
  #own = [];
  /** @type {Member[]} */
  #members = [];
  #capacity = 0;

  /** @returns {string} one's own connection id; empty before one has joined */
  get self() {
    return this.#own.at(-1) ?? '';
  }

  /** @returns {boolean} whether one has joined more than once */
  get again() {
    return this.#own.length > 1;
  }

  /**
   * Members in the order of joining, without former connections of one's own: after a rejoin the
   * relay may not have noticed yet that they are dead.
   */
  get present() {
    const { self } = this;
    const members = this.#members.filter(({ connectionId: id }) => id === self || !this.isOwn(id));
    return { members, self, capacity: this.#capacity };
  }

  /** @param {import('./wire.js').RoomJoined} joined the answer to one's own joining */
  enter({ connectionId, members, capacity }) {
    this.#own.push(connectionId);
    this.#members = members;
    this.#capacity = capacity;
  }

  /** @param {Member} member */
  add(member) {
    this.#members = [...this.#members, member];
  }

  /** @param {string} id of a connection */
  remove(id) {
    this.#members = this.#members.filter(({ connectionId }) => connectionId !== id);
  }

  /** @param {string} id of a connection @returns {boolean} whether it is, or was, one's own */
  isOwn(id) {
    return this.#own.includes(id);
  }

  /** @param {string} id of a connection @returns {string} its member's name, or the id */
  nameOf(id) {
    return this.#members.find(({ connectionId }) => connectionId === id)?.username ?? id;
  }
}
