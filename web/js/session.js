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
import { Roster } from './roster.js';
import { Unheard } from './unheard.js';
import { CLOSE, PURGE, join, readChat, readControl } from './wire.js';
import { BROWSER } from './world.js';

/** A connection on which a join, or a message's echo, takes longer than this is dead. */
const ANSWER_MS = 20_000;

/** @typedef {import('./session-events.js').SessionEvent} SessionEvent */
/** @type {(purged: boolean) => SessionEvent} */
const ended = (purged) => ({ type: 'gone', reason: purged ? 'purged' : 'expired' });

export class Session {
  /** @type {'connecting' | 'joined' | 'lost' | 'over'} */
  #state = 'connecting';
  #world;
  #emit;
  /** @type {import('./link.js').RoomLink | null} */ #link;
  /** @type {CryptoKey | null} */ #key = null;
  #clock;
  #expiresAt = Infinity;
  /** @type {import('./socket.js').Connection | null} */ #connection = null;
  /** Given up, and closed once we are in by another one. @type {import('./socket.js').Connection | null} */
  #former = null;
  #backoff;
  /** Whether the device says that it has no network; our connection is not closed yet. */
  #offline = false;
  #roster = new Roster();
  #counters = new Counters();
  #sent = 0;
  /** @type {unknown} */ #retryTimer;
  /** Armed while the answer to a join, or an echo, is due. */ #answer;
  #unheard;
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
    this.#backoff = new Backoff(world);
    this.#answer = new Deadline(world, ANSWER_MS, () => this.#closed(CLOSE.broken));
    this.#unheard = new Unheard(this.#answer);
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
    const origin = { roomId: link.roomId, connectionId: this.#roster.self };
    this.#unheard.add(counter, text);
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
    this.#closeFormer();
    this.#world.clearTimeout(this.#retryTimer);
    this.#link = this.#key = null;
    this.#roster = new Roster();
    this.#unheard.take();
  }

  /** The device has lost its network. */
  networkLost() {
    if (this.#state !== 'joined') return;
    this.#offline = true;
    this.#state = 'lost';
    this.#emit({ type: 'lost', unsent: [], offline: true });
  }

  /** The device has slept for so long that the relay has given the connection up. */
  woke() {
    if (this.#state === 'joined' || this.#offline) this.#rejoin();
  }

  /** The network is back, or the page is looked at again: a good moment to stop waiting. */
  retryNow() {
    if (this.#state !== 'lost') return;
    this.#world.clearTimeout(this.#retryTimer);
    if (this.#offline) this.#rejoin();
    else this.#connect();
  }

  /**
   * Joins by another connection while the present one, which a change of networks may have killed
   * without a word, is still a member: to close it first would end a room of one.
   */
  #rejoin() {
    this.#closeFormer();
    this.#former = this.#connection;
    this.#connection = null;
    this.#answer.disarm();
    this.#tellLoss();
    this.#connect();
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
        if (message?.type === 'room:expired') this.end(ended(message.reason === 'purged'));
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
        this.#roster.add(message.member);
        this.#emit({ type: 'members', ...this.#roster.present });
        this.#emit({ type: 'arrived', member: message.member, at: message.now });
        break;
      case 'member:left': {
        const { connectionId } = message.member;
        this.#roster.remove(connectionId);
        this.#emit({ type: 'members', ...this.#roster.present });
        if (this.#roster.isOwn(connectionId)) break;
        this.#emit({ type: 'departed', member: message.member, at: message.now });
        break;
      }
      case 'error':
        this.#refused(message.code);
    }
  }

  /** @param {import('./wire.js').RoomJoined} message */
  #joined(message) {
    this.#sent = 0;
    this.#answer.disarm();
    this.#roster.enter(message);
    this.#counters.begin(message.connectionId);
    this.#expiresAt = message.expiresAt;
    const { again } = this.#roster;
    this.#emit({ type: 'joined', again, username: message.username, creator: message.creator });
    this.#emit({ type: 'members', ...this.#roster.present });
    this.#state = 'joined';
    this.#backoff.connected();
    this.#closeFormer();
  }

  /** @param {import('./wire.js').Chat} chat */
  async #chat({ connectionId, timestamp: at, payload }) {
    const [connection, key, link] = [this.#connection, this.#key, this.#link];
    if (key === null || link === null) return;
    const username = this.#roster.nameOf(connectionId);
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
    const own = connectionId === this.#roster.self;
    if (own) this.#unheard.heard(opened.counter);
    const message = { sender: connectionId, own, username, at, text: opened.text, missing };
    this.#emit({ type: 'message', ...message });
  }

  /** @param {string} code */
  #refused(code) {
    if (code === 'not-creator') return;
    if (code === 'room-not-found') this.end({ type: 'gone', reason: 'not-found' });
    else if (code === 'room-expired') this.end(ended(false));
    else if (this.#roster.self) {
      // Our former connection may be what the room is full of.
      this.#closeFormer();
      this.#lost();
    } else this.end({ type: 'refused', code });
  }

  /** @param {number} code */
  #closed(code) {
    if (code === CLOSE.expired) this.end(ended(false));
    else if (code === CLOSE.purged) this.end(ended(true));
    else if (this.#roster.self) this.#lost();
    else this.end({ type: 'refused', code: code === CLOSE.overloaded ? 'overloaded' : 'unreachable' });
  }

  /** What came could not be shown, or what was typed not sealed. */
  #failed() {
    const first = this.#state === 'connecting' && !this.#roster.again;
    if (first) this.end({ type: 'refused', code: 'failed' });
    else this.#lost();
  }

  /**
   * Waits, then joins anew. A full room is no reason to give up here: our own former connection may
   * be what fills it, until the relay finds it dead.
   */
  #lost() {
    this.#drop();
    this.#retryTimer = this.#world.setTimeout(() => this.#connect(), this.#backoff.next());
    this.#tellLoss();
  }

  #tellLoss() {
    const unsent = this.#unheard.take();
    const news = this.#state === 'joined' || this.#offline || unsent.length > 0;
    this.#state = 'lost';
    this.#offline = false;
    if (news) this.#emit({ type: 'lost', unsent, offline: false });
  }

  /** @param {SessionEvent} event the last one: `gone` or `refused` */
  end(event) {
    this.leave();
    this.#emit(event);
  }

  /** Lets go of the connection; what it still delivers is not heard. */
  #drop() {
    this.#answer.disarm();
    this.#connection?.close();
    this.#connection = null;
  }

  #closeFormer() {
    this.#former?.close();
    this.#former = null;
  }
}
