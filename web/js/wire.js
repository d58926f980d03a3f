/**
 * The relay's WebSocket messages, written and read. See spec/protocol.md, section 4.
 */

/** @typedef {{ connectionId: string, username: string, creator: boolean }} Member */

/**
 * @typedef {object} RoomJoined
 * @property {'room:joined'} type
 * @property {string} connectionId one's own
 * @property {string} username one's own
 * @property {boolean} creator
 * @property {number} capacity
 * @property {number} expiresAt ms since the Unix epoch, by the room's clock, as `now`
 * @property {number} now
 * @property {Member[]} members oneself included
 */

/**
 * @typedef {RoomJoined
 *   | { type: 'member:joined' | 'member:left', member: Member, now: number }
 *   | { type: 'room:expired', reason: string }
 *   | { type: 'error', code: string }} ControlMessage
 */

/** @typedef {{ connectionId: string, timestamp: number, payload: Uint8Array<ArrayBuffer> }} Chat */

const CHAT = 1;
const PAYLOAD_AT = 17;
/** The latest time that a Date can hold, in ms (ECMA-262, "Time Values and Time Range"). */
const LATEST = 8.64e15;

/** Why a connection was closed; `broken` is the browser's word for one that no close frame ended. */
export const CLOSE = { broken: 1006, overloaded: 1013, expired: 4000, purged: 4001 };

/** What purges the room. */
export const PURGE = JSON.stringify({ type: 'room:purge' });

/**
 * @param {{ roomId: string, secret: string }} link
 * @returns {string}
 */
export function join({ roomId, secret }) {
  return JSON.stringify({ type: 'room:join', roomId, roomSecret: secret });
}

/**
 * @param {string} text
 * @returns {ControlMessage | null} null for what this client does not know
 */
export function readControl(text) {
  let message;
  try {
    message = JSON.parse(text);
  } catch {
    return null;
  }
  switch (message?.type) {
    case 'room:joined':
      return isMember(message) &&
        Number.isSafeInteger(message.capacity) &&
        isTime(message.expiresAt) &&
        isTime(message.now) &&
        Array.isArray(message.members) &&
        message.members.every(isMember)
        ? message
        : null;
    case 'member:joined':
    case 'member:left':
      return isMember(message.member) && isTime(message.now) ? message : null;
    case 'room:expired':
      return typeof message.reason === 'string' ? message : null;
    case 'error':
      return typeof message.code === 'string' ? message : null;
    default:
      return null;
  }
}

/**
 * @param {Uint8Array<ArrayBuffer>} message
 * @returns {Chat | null} null for what this client does not know, or no clock can show
 */
export function readChat(message) {
  if (message[0] !== CHAT || message.length <= PAYLOAD_AT) return null;
  const view = new DataView(message.buffer, message.byteOffset);
  const timestamp = Number(view.getBigUint64(9));
  if (timestamp > LATEST) return null;
  return {
    connectionId: view.getBigUint64(1).toString(16).padStart(16, '0'),
    timestamp,
    payload: message.subarray(PAYLOAD_AT),
  };
}

/** @param {unknown} value @returns {boolean} whether it is a time that a clock can show */
const isTime = (value) =>
  Number.isSafeInteger(value) && 0 <= Number(value) && Number(value) <= LATEST;

/** @param {any} value */
function isMember(value) {
  return (
    typeof value?.connectionId === 'string' &&
    typeof value.username === 'string' &&
    typeof value.creator === 'boolean'
  );
}
