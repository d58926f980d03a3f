/**
 * One member's stay in a room, over as many connections as it takes. Joins the encryption
 * (payload.js) and the network (socket.js), and tells what happens as events, in the room's order.
 *
 *     connecting ──▶ joined ──▶ lost ──▶ connecting …
 *          └────────────┴─────────┴──▶ over        (refused, gone or left; nothing leads back)
 */
import { decode } from './base64url.js';
import { Counters } from './counters.js';
import { PayloadError, importKey, open, seal } from './payload.js';
import { socketUrl } from './paths.js';
import { RelayClock } from './relay-clock.js';
import { connect } from './socket.js';
import { PURGE, join, readChat, readControl } from './wire.js';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/** A message whose echo takes longer than this went into a connection that is dead. */
const ECHO_MS = 20_000;

/** @typedef {import('./wire.js').Member} Member */

/**
 * What a session tells:
 * - `joined`: also after each rejoin, then with `again`; `members` always comes right behind it
 * - `members`: who is in the room now, oneself included
 * - `arrived`, `departed`: another member came or went
 * - `message`: a text; `at` is the relay's time in ms
 * - `unreadable`: a message that cannot be opened; `newer` where the sender's client is newer
 * - `gap`: messages of `sender` are missing
 * - `lost`: the connection broke; `unsent` are one's own texts that were perhaps not delivered
 * - `back`: the network is back, and the connection had survived
 * - `refused`: the first join failed; a code of the relay, or `unreachable`. The session is over
 * - `gone`: the room is gone: `expired`, `purged` or `not-found`. The session is over
 *
 * @typedef {{ type: 'joined', again: boolean, username: string, creator: boolean }
 *   | { type: 'members', members: Member[], self: string, capacity: number }
 *   | { type: 'arrived' | 'departed', member: Member }
 *   | { type: 'message', sender: string, own: boolean, username: string, at: number, text: string }
 *   | { type: 'unreadable', username: string, newer: boolean }
 *   | { type: 'gap', username: string, missing: number }
 *   | { type: 'lost', unsent: string[] }
 *   | { type: 'back' }
 *   | { type: 'refused', code: string }
 *   | { type: 'gone', reason: 'expired' | 'purged' | 'not-found' }} SessionEvent
 */

/**
 * The outside world, replaced in tests.
 *
 * @typedef {object} World
 * @property {import('./socket.js').Connect} connect
 * @property {() => number} monotonic milliseconds
 * @property {() => number} random from 0 to 1
 * @property {(run: () => void, ms: number) => any} setTimeout
 * @property {(timer: any) => void} clearTimeout
 */

/** @type {World} */
const BROWSER = {
  connect,
  monotonic: () => performance.now(),
  random: Math.random,
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer),
};

export class Session {
  /** @type {'connecting' | 'joined' | 'lost' | 'over'} */
  #state = 'connecting';
  #world;
  #emit;
  /** @type {import('./link.js').RoomLink | null} */
  #link;
  /** @type {CryptoKey | null} */
  #key = null;
  #clock;
  #expiresAt = Infinity;
  #capacity = 0;
  /** @type {import('./socket.js').Connection | null} */
  #connection = null;
  #failures = 0;
  #everJoined = false;
  /** Whether the device says that it has no network, while our connection may yet survive. */
  #offline = false;
  /** One's own connection ids, the current one last. @type {string[]} */
  #own = [];
  /** @type {Member[]} */
  #members = [];
  #counters = new Counters();
  #sent = 0;
  /** Texts sent and not yet heard back, by counter. @type {Map<number, string>} */
  #unheard = new Map();
  /** @type {any} */
  #retryTimer;
  /** @type {any} */
  #echoTimer;
  /** What was received is handled one after another, and so is what is to be sent. */
  #inbox = Promise.resolve();
  #outbox = Promise.resolve();

  /**
   * @param {import('./link.js').RoomLink} link
   * @param {(event: SessionEvent) => void} emit
   * @param {World} [world]
   */
  constructor(link, emit, world = BROWSER) {
    this.#link = link;
    this.#emit = emit;
    this.#world = world;
    this.#clock = new RelayClock(world.monotonic);
  }

  /** Joins the room. Called once. */
  async start() {
    this.#key = await importKey(decode(this.#link?.key ?? '') ?? new Uint8Array());
    if (this.#state !== 'over') this.#connect();
  }

  /** @returns {number} milliseconds until the room expires, by the relay's clock; never below 0 */
  get remaining() {
    return Math.max(0, this.#expiresAt - this.#clock.now());
  }

  /**
   * @param {string} text well-formed, and not too long for the relay
   * @returns {boolean} false, and nothing done, while there is no connection
   */
  send(text) {
    const [connection, key, link] = [this.#connection, this.#key, this.#link];
    if (this.#state !== 'joined' || !connection || !key || !link) return false;
    const counter = ++this.#sent;
    const origin = { roomId: link.roomId, connectionId: this.#own.at(-1) ?? '' };
    this.#unheard.set(counter, text);
    this.#awaitEcho();
    this.#outbox = this.#outbox.then(async () => {
      const payload = await seal(key, origin, counter, text);
      if (connection === this.#connection) connection.send(payload);
    });
    return true;
  }

  /** Purges the room; the relay grants it to the creator's connection alone. */
  purge() {
    if (this.#state === 'joined') this.#connection?.send(PURGE);
  }

  /** Ends the session and forgets all of it. No event follows. */
  leave() {
    this.#state = 'over';
    this.#drop();
    this.#world.clearTimeout(this.#retryTimer);
    this.#link = this.#key = null;
    this.#members = [];
    this.#unheard.clear();
  }

  /** The device has lost its network. The connection may survive a short loss, so it is kept. */
  networkLost() {
    if (this.#state !== 'joined') return;
    this.#offline = true;
    this.#state = 'lost';
    this.#emit({ type: 'lost', unsent: [] });
  }

  /** The network is back, or the page is looked at again: a good moment to stop waiting. */
  retryNow() {
    if (this.#state !== 'lost') return;
    if (this.#offline) {
      this.#offline = false;
      this.#state = 'joined';
      this.#emit({ type: 'back' });
    } else {
      this.#world.clearTimeout(this.#retryTimer);
      this.#connect();
    }
  }

  #connect() {
    const link = this.#link;
    if (link === null) return;
    this.#state = 'connecting';
    /** @type {(handle: () => void | Promise<void>) => void} */
    const inOrder = (handle) => {
      this.#inbox = this.#inbox.then(() => {
        if (connection === this.#connection) return handle();
      });
    };
    const connection = this.#world.connect(socketUrl(link.base), {
      opened: () => connection.send(join(link)),
      text: (text) => {
        const message = readControl(text);
        // The end of the room does not wait for messages that are still being opened.
        if (message?.type === 'room:expired') this.#gone(message.reason);
        else if (message) inOrder(() => this.#control(message));
      },
      binary: (bytes) => {
        const chat = readChat(bytes);
        if (chat) inOrder(() => this.#chat(chat));
      },
      closed: (code) => inOrder(() => this.#closed(code)),
    });
    this.#connection = connection;
  }

  /** @param {Exclude<import('./wire.js').ControlMessage, { type: 'room:expired' }>} message */
  #control(message) {
    switch (message.type) {
      case 'room:joined':
        this.#joined(message);
        break;
      case 'member:joined':
        this.#clock.set(message.now);
        this.#counters.begin(message.member.connectionId);
        this.#setMembers([...this.#members, message.member]);
        this.#emit({ type: 'arrived', member: message.member });
        break;
      case 'member:left': {
        const { connectionId } = message.member;
        this.#clock.set(message.now);
        this.#setMembers(this.#members.filter((member) => member.connectionId !== connectionId));
        if (!this.#own.includes(connectionId)) {
          this.#emit({ type: 'departed', member: message.member });
        }
        break;
      }
      case 'error':
        this.#refused(message.code);
    }
  }

  /** @param {import('./wire.js').RoomJoined} message */
  #joined(message) {
    const again = this.#everJoined;
    this.#everJoined = true;
    this.#state = 'joined';
    this.#failures = 0;
    this.#sent = 0;
    this.#own.push(message.connectionId);
    this.#counters.begin(message.connectionId);
    this.#clock.set(message.now);
    this.#expiresAt = message.expiresAt;
    this.#capacity = message.capacity;
    const { username, creator } = message;
    this.#emit({ type: 'joined', again, username, creator });
    this.#setMembers(message.members);
  }

  /** @param {Member[]} members */
  #setMembers(members) {
    const self = this.#own.at(-1) ?? '';
    this.#members = members;
    // After a rejoin the relay may not have noticed yet that our former connection is dead.
    const shown = members.filter(
      ({ connectionId }) => connectionId === self || !this.#own.includes(connectionId),
    );
    this.#emit({ type: 'members', members: shown, self, capacity: this.#capacity });
  }

  /** @param {import('./wire.js').Chat} chat */
  async #chat({ connectionId, timestamp, payload }) {
    const [connection, key, link] = [this.#connection, this.#key, this.#link];
    if (key === null || link === null) return;
    const sender = this.#members.find((member) => member.connectionId === connectionId);
    const username = sender?.username ?? connectionId;
    let opened;
    try {
      opened = await open(key, { roomId: link.roomId, connectionId }, payload);
    } catch (fault) {
      if (connection !== this.#connection) return;
      const newer = fault instanceof PayloadError && fault.fault === 'unknown-version';
      this.#emit({ type: 'unreadable', username, newer });
      return;
    }
    // Opening takes its time, and the room may have ended meanwhile.
    if (connection !== this.#connection) return;
    const missing = this.#counters.accept(connectionId, opened.counter);
    if (missing === null) return;
    if (missing > 0) this.#emit({ type: 'gap', username, missing });
    const own = connectionId === this.#own.at(-1);
    if (own) {
      this.#unheard.delete(opened.counter);
      this.#awaitEcho();
    }
    const { text } = opened;
    this.#emit({ type: 'message', sender: connectionId, own, username, at: timestamp, text });
  }

  /** @param {string} code */
  #refused(code) {
    if (code === 'not-creator') return;
    if (code === 'room-not-found') this.#gone('not-found');
    else if (code === 'room-expired') this.#gone('ttl');
    else if (this.#everJoined) this.#lost();
    else this.#over({ type: 'refused', code });
  }

  /** @param {number} code */
  #closed(code) {
    if (code === 4000) this.#gone('ttl');
    else if (code === 4001) this.#gone('purged');
    else if (this.#everJoined) this.#lost();
    else this.#over({ type: 'refused', code: code === 1013 ? 'overloaded' : 'unreachable' });
  }

  /**
   * Waits, longer each time and never exactly as long as others, then joins anew. A full room is
   * no reason to give up here: our own former connection may be what fills it, for up to a minute.
   */
  #lost() {
    this.#drop();
    const unsent = [...this.#unheard.values()];
    this.#unheard.clear();
    const first = this.#state === 'joined';
    this.#state = 'lost';
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.#failures++);
    const jittered = pause * (0.5 + this.#world.random() / 2);
    this.#retryTimer = this.#world.setTimeout(() => this.#connect(), jittered);
    if (first || unsent.length > 0) this.#emit({ type: 'lost', unsent });
  }

  /** @param {string} reason the relay's word for it, or `not-found` */
  #gone(reason) {
    const known = reason === 'purged' || reason === 'not-found' ? reason : 'expired';
    this.#over({ type: 'gone', reason: known });
  }

  /** @param {SessionEvent} event the last one */
  #over(event) {
    this.leave();
    this.#emit(event);
  }

  /** Lets go of the connection; what it still delivers is not heard. */
  #drop() {
    this.#world.clearTimeout(this.#echoTimer);
    this.#connection?.close();
    this.#connection = null;
    this.#offline = false;
  }

  #awaitEcho() {
    this.#world.clearTimeout(this.#echoTimer);
    if (this.#unheard.size === 0) return;
    this.#echoTimer = this.#world.setTimeout(() => this.#lost(), ECHO_MS);
  }
}
