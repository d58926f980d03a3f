/**
 * One member's stay in a room, over as many connections as it takes. Joins the encryption
 * (payload.js) and the network (socket.js), and tells what happens as events, in the room's order.
 *
 *     connecting ──▶ joined ──▶ lost ──▶ connecting …
 *          └────────────┴─────────┴──▶ over        (refused, gone or left; nothing leads back)
 */
import { Backoff } from './backoff.js';
import { decode } from './base64url.js';
import { Counters } from './counters.js';
import { Deadline } from './deadline.js';
import { PayloadError, importKey, open, seal } from './payload.js';
import { socketUrl } from './paths.js';
import { Queue } from './queue.js';
import { RelayClock } from './relay-clock.js';
import { CLOSE, PURGE, join, readChat, readControl } from './wire.js';
import { BROWSER } from './world.js';

/** A connection on which a join, or a message's echo, takes longer than this is dead. */
const ANSWER_MS = 20_000;

/** @typedef {import('./session-events.js').SessionEvent} SessionEvent */

export class Session {
  /** @type {'connecting' | 'joined' | 'lost' | 'over'} */
  #state = 'connecting';
  #world;
  #emit;
  /** @type {import('./link.js').RoomLink | null} */ #link;
  /** @type {CryptoKey | null} */ #key = null;
  #clock;
  #expiresAt = Infinity;
  #capacity = 0;
  /** @type {import('./socket.js').Connection | null} */ #connection = null;
  #backoff;
  /** Whether the device says that it has no network, while our connection may yet survive. */
  #offline = false;
  /** One's own connection ids, the current one last. @type {string[]} */ #own = [];
  /** @type {import('./wire.js').Member[]} */ #members = [];
  #counters = new Counters();
  #sent = 0;
  /** Texts sent and not yet heard back, by counter. @type {Map<number, string>} */
  #unheard = new Map();
  /** @type {unknown} */ #retryTimer;
  /** Armed while the answer to a join, or an echo, is due. */ #answer;
  /** What is to be sent on the present connection. @type {Queue | null} */ #outbox = null;

  /**
   * @param {import('./link.js').RoomLink} link
   * @param {(event: SessionEvent) => void} emit
   * @param {import('./world.js').World} [world]
   */
  constructor(link, emit, world = BROWSER) {
    this.#link = link;
    this.#emit = emit;
    this.#world = world;
    this.#clock = new RelayClock(world.monotonic);
    this.#backoff = new Backoff(world.random);
    this.#answer = new Deadline(world, ANSWER_MS, () => this.#closed(CLOSE.broken));
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
    this.#answer.arm();
    this.#outbox?.add(async () => {
      const payload = await seal(key, origin, counter, text);
      if (connection === this.#connection) connection.send(payload);
    });
    return true;
  }

  /**
   * Purges the room; the relay grants it to the creator's connection alone.
   *
   * @returns {boolean} false, and nothing done, while there is no connection
   */
  purge() {
    if (this.#state !== 'joined') return false;
    this.#connection?.send(PURGE);
    return true;
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
    this.#emit({ type: 'lost', unsent: [], offline: true });
  }

  /** The device has slept for so long that the relay has given the connection up. */
  woke() {
    if (this.#state !== 'joined' && !this.#offline) return;
    this.#lost();
    this.retryNow();
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
    const present = () => connection === this.#connection;
    const inbox = new Queue(present, () => this.#failed());
    this.#outbox = new Queue(present, () => this.#failed());
    const connection = this.#world.connect(socketUrl(link.base), {
      opened: () => connection.send(join(link)),
      text: (text) => {
        const message = readControl(text);
        // The end of the room does not wait for messages that are still being opened.
        if (message?.type === 'room:expired') this.#gone(message.reason);
        else if (message) inbox.add(() => this.#control(message));
      },
      binary: (bytes) => {
        const chat = readChat(bytes);
        if (chat) inbox.add(() => this.#chat(chat));
      },
      closed: (code) => inbox.add(() => this.#closed(code)),
    });
    this.#connection = connection;
    this.#answer.arm();
  }

  /** @param {Exclude<import('./wire.js').ControlMessage, { type: 'room:expired' }>} message */
  #control(message) {
    if ('now' in message) this.#clock.set(message.now);
    switch (message.type) {
      case 'room:joined':
        this.#joined(message);
        break;
      case 'member:joined':
        this.#counters.begin(message.member.connectionId);
        this.#setMembers([...this.#members, message.member]);
        this.#emit({ type: 'arrived', member: message.member, at: message.now });
        break;
      case 'member:left': {
        const { connectionId } = message.member;
        this.#setMembers(this.#members.filter((member) => member.connectionId !== connectionId));
        if (this.#own.includes(connectionId)) break;
        this.#emit({ type: 'departed', member: message.member, at: message.now });
        break;
      }
      case 'error':
        this.#refused(message.code);
    }
  }

  /** @param {import('./wire.js').RoomJoined} message */
  #joined(message) {
    const again = this.#own.length > 0;
    this.#sent = 0;
    this.#answered();
    this.#own.push(message.connectionId);
    this.#counters.begin(message.connectionId);
    this.#expiresAt = message.expiresAt;
    this.#capacity = message.capacity;
    this.#emit({ type: 'joined', again, username: message.username, creator: message.creator });
    this.#setMembers(message.members);
    this.#state = 'joined';
    this.#backoff.reset();
  }

  /** @param {import('./wire.js').Member[]} members */
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
  async #chat({ connectionId, timestamp: at, payload }) {
    const [connection, key, link] = [this.#connection, this.#key, this.#link];
    if (key === null || link === null) return;
    const sender = this.#members.find((member) => member.connectionId === connectionId);
    const username = sender?.username ?? connectionId;
    const opened = await open(key, { roomId: link.roomId, connectionId }, payload).catch(
      (/** @type {Error} */ fault) => fault,
    );
    // Opening takes its time, and the room may have ended meanwhile.
    if (connection !== this.#connection) return;
    if (opened instanceof Error) {
      const newer = opened instanceof PayloadError && opened.fault === 'unknown-version';
      return this.#emit({ type: 'unreadable', username, newer });
    }
    const missing = this.#counters.accept(connectionId, opened.counter);
    if (missing === null) return this.#emit({ type: 'repeated', username });
    const own = connectionId === this.#own.at(-1);
    if (own && this.#unheard.delete(opened.counter)) this.#answered();
    const message = { sender: connectionId, own, username, at, text: opened.text, missing };
    this.#emit({ type: 'message', ...message });
  }

  /** @param {string} code */
  #refused(code) {
    if (code === 'not-creator') return;
    if (code === 'room-not-found') this.#gone('not-found');
    else if (code === 'room-expired') this.#gone('ttl');
    else if (this.#own.length > 0) this.#lost();
    else this.#over({ type: 'refused', code });
  }

  /** @param {number} code */
  #closed(code) {
    if (code === CLOSE.expired) this.#gone('ttl');
    else if (code === CLOSE.purged) this.#gone('purged');
    else if (this.#own.length > 0) this.#lost();
    else this.#over({ type: 'refused', code: code === CLOSE.overloaded ? 'overloaded' : 'unreachable' });
  }

  /** What came could not be shown, or what was typed not sealed. */
  #failed() {
    const first = this.#state === 'connecting' && this.#own.length <= 1;
    if (first) this.#over({ type: 'refused', code: 'failed' });
    else this.#lost();
  }

  /**
   * Waits, then joins anew. A full room is no reason to give up here: our own former connection may
   * be what fills it, until the relay finds it dead.
   */
  #lost() {
    this.#drop();
    const unsent = [...this.#unheard.values()];
    this.#unheard.clear();
    const news = this.#state === 'joined' || unsent.length > 0;
    this.#state = 'lost';
    this.#retryTimer = this.#world.setTimeout(() => this.#connect(), this.#backoff.next());
    if (news) this.#emit({ type: 'lost', unsent, offline: false });
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
    this.#answer.disarm();
    this.#connection?.close();
    this.#connection = null;
    this.#offline = false;
  }

  #answered() {
    this.#answer.disarm();
    if (this.#unheard.size > 0) this.#answer.arm();
  }
}
