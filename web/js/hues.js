/**
 * Gives the members of a room colours that differ while there are no more members than colours. A
 * member keeps its colour for its stay, so that all who saw the same members come see the same.
 */
const HUES = 6;

export class Hues {
  /** @type {Map<string, number>} by connection id */
  #given = new Map();

  /** @param {{ connectionId: string }[]} members in join order; who is not among them is forgotten */
  assign(members) {
    const ids = members.map(({ connectionId }) => connectionId);
    this.#given = new Map([...this.#given].filter(([id]) => ids.includes(id)));
    for (const id of ids) if (!this.#given.has(id)) this.#given.set(id, this.#choose(id));
  }

  /**
   * @param {string} connectionId
   * @returns {string} 0 to 5
   */
  of(connectionId) {
    return String(this.#given.get(connectionId) ?? wish(connectionId));
  }

  /** @param {string} connectionId */
  #choose(connectionId) {
    const taken = [...this.#given.values()];
    const wished = wish(connectionId);
    const inTurn = Array.from({ length: HUES }, (_, i) => (wished + i) % HUES);
    return inTurn.find((hue) => !taken.includes(hue)) ?? wished;
  }
}

/** @param {string} connectionId hexadecimal digits */
const wish = (connectionId) => Number.parseInt(connectionId.slice(-4), 16) % HUES || 0;
