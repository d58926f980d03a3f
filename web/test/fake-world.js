/**
 * A world for a session without network and without waiting: the test is the relay, and moves time.
 */
import { decode, encode } from '../js/base64url.js';
import { importKey, open, seal } from '../js/payload.js';
import { Session } from '../js/session.js';

export const LINK = {
  base: 'https://pug.example',
  roomId: 'HxxbL613hDQCTxU3mGNGkg',
  key: encode(new Uint8Array(32).fill(7)),
  secret: 'K7gNU3sdo-OL0wNhqoVWhg',
};
export const NOW = 1_700_000_000_000;

/** @param {string} digit @param {string} username @param {boolean} [creator] */
export const member = (digit, username, creator = false) => ({
  connectionId: digit.repeat(16),
  username,
  creator,
});

export const ANN = member('a', 'Ann', true);
export const BEN = member('b', 'Ben');

/** What Web Crypto is at work on; it works on threads of its own. @type {Set<Promise<unknown>>} */
export const atWork = new Set();
for (const name of /** @type {const} */ (['encrypt', 'decrypt', 'importKey'])) {
  /** @type {any} */
  const subtle = crypto.subtle;
  const original = subtle[name].bind(subtle);
  subtle[name] = (/** @type {any[]} */ ...args) => {
    const result = original(...args);
    atWork.add(result);
    const done = () => atWork.delete(result);
    result.then(done, done);
    return result;
  };
}

/** Lets everything happen that waits for promises alone, encryption included. */
export async function settle() {
  do {
    await new Promise((resolve) => setImmediate(resolve));
    await Promise.allSettled(atWork);
    await new Promise((resolve) => setImmediate(resolve));
  } while (atWork.size > 0);
}

/** @param {string} connectionId the sender's @param {number} counter @param {string} text */
export async function sealed(connectionId, counter, text) {
  const key = await importKey(decode(LINK.key) ?? new Uint8Array());
  return seal(key, { roomId: LINK.roomId, connectionId }, counter, text);
}

/** @param {any} payload @param {string} connectionId the sender's */
export async function opened(payload, connectionId) {
  const key = await importKey(decode(LINK.key) ?? new Uint8Array());
  return open(key, { roomId: LINK.roomId, connectionId }, payload);
}

/** One of the session's connections, seen from the relay. */
class FakeConnection {
  /** @type {(string | Uint8Array<ArrayBuffer>)[]} */
  sent = [];
  closed = false;

  /** @param {string} url @param {import('../js/socket.js').Listener} listener */
  constructor(url, listener) {
    this.url = url;
    this.listener = listener;
  }

  /** @param {string | Uint8Array<ArrayBuffer>} data */
  send(data) {
    this.sent.push(data);
  }

  close() {
    this.closed = true;
  }

  /** @param {object} message */
  async says(message) {
    if (!this.closed) this.listener.text(JSON.stringify(message));
    await settle();
  }

  /** @param {string} connectionId @param {number} timestamp @param {Uint8Array} payload */
  async passesOn(connectionId, timestamp, payload) {
    const message = new Uint8Array(17 + payload.length);
    const view = new DataView(message.buffer);
    message[0] = 1;
    view.setBigUint64(1, BigInt(`0x${connectionId}`));
    view.setBigUint64(9, BigInt(timestamp));
    message.set(payload, 17);
    if (!this.closed) this.listener.binary(message);
    await settle();
  }

  /**
   * The relay passes on what somebody says.
   *
   * @param {{ connectionId: string }} sender
   * @param {number} counter
   * @param {string} text
   */
  async hears({ connectionId }, counter, text) {
    await this.passesOn(connectionId, NOW + counter, await sealed(connectionId, counter, text));
  }

  /** @param {number} [code] */
  async breaks(code = 1006) {
    if (!this.closed) this.listener.closed(code);
    await settle();
  }

  /** @param {ReturnType<typeof member>} self @param {ReturnType<typeof member>[]} [members] */
  async lets(self, members = [self]) {
    this.listener.opened();
    await this.says({
      type: 'room:joined',
      ...self,
      roomId: LINK.roomId,
      capacity: 3,
      createdAt: NOW,
      expiresAt: NOW + 60_000,
      now: NOW,
      members,
    });
  }
}

export class FakeWorld {
  /** @type {FakeConnection[]} */
  connections = [];
  /** @type {import('../js/session-events.js').SessionEvent[]} */
  events = [];
  /** The type of event that the page fails to show. */
  failOn = '';
  #now = 5;
  /** @type {Map<number, { at: number, run: () => void }>} */
  #timers = new Map();
  #ids = 0;

  async start() {
    this.session = new Session(LINK, (event) => this.#listen(event), {
      connect: (url, listener) => {
        const connection = new FakeConnection(url, listener);
        this.connections.push(connection);
        return connection;
      },
      monotonic: () => this.#now,
      random: () => 1,
      setTimeout: (run, ms) => {
        this.#timers.set(++this.#ids, { at: this.#now + ms, run });
        return this.#ids;
      },
      clearTimeout: (timer) => this.#timers.delete(/** @type {number} */ (timer)),
    });
    await this.session.start();
    return this.session;
  }

  /** @param {import('../js/session-events.js').SessionEvent} event */
  #listen(event) {
    this.events.push(event);
    if (event.type === this.failOn) throw new Error('not shown');
  }

  /** The newest connection. */
  get line() {
    return this.connections.at(-1) ?? new FakeConnection('', /** @type {any} */ ({}));
  }

  get timers() {
    return this.#timers.size;
  }

  /** @param {string} type @returns {any[]} the events of this type */
  told(type) {
    return this.events.filter((event) => event.type === type);
  }

  /** @param {number} ms */
  async passes(ms) {
    this.#now += ms;
    for (const [id, { at, run }] of [...this.#timers]) {
      if (at <= this.#now && this.#timers.delete(id)) run();
    }
    await settle();
  }
}

/** Ann, who made the room, and is in it. */
export async function ann() {
  const world = new FakeWorld();
  const session = await world.start();
  await world.line.lets(ANN);
  return { world, session };
}

/** Ben, who came second. */
export async function ben() {
  const world = new FakeWorld();
  const session = await world.start();
  await world.line.lets(BEN, [ANN, BEN]);
  return { world, session };
}
