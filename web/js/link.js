/**
 * The link of a room: `<base>/r/<roomId>#k=<room key>&s=<room secret>`. The rules, step by step,
 * are in spec/protocol.md, section 2.
 */
import { formatKeyText, readParameters } from './key-text.js';

const BASE = /(https?:\/\/[^ \t\r\n/?#@\\]+(?:\/[^ \t\r\n/?#\\]+)*)/;
const ROOM_ID = /([A-Za-z0-9_-]{21}[AQgw])/;
const QUERY = /(?:\?[^ \t\r\n]*)?/;
const ADDRESS = new RegExp(`^${BASE.source}/r/${ROOM_ID.source}${QUERY.source}$`);

/**
 * Which room, and at which relay: what a link says in front of its `#`.
 *
 * @typedef {object} Address
 * @property {string} base where the relay lives: the link up to `/r/`
 * @property {string} roomId base64url of 16 bytes
 */

/** @typedef {Address & import('./key-text.js').KeyText} RoomLink */

/** @typedef {'not-a-room-link' | import('./key-text.js').KeyFault} LinkFault */

/**
 * @typedef {{ link: RoomLink, fault?: undefined, address?: undefined }
 *   | { link?: undefined, fault: LinkFault, address?: Address }} LinkReading
 */

/**
 * Reads a link, also one whose `#` a mail filter has percent-encoded.
 *
 * @param {string} text
 * @returns {LinkReading} a link without its credentials has an address, and a fault
 */
export function parse(text) {
  let end = text.length;
  while (end > 0 && ' \t\r\n'.includes(text.charAt(end - 1))) end--;
  const trimmed = text.slice(0, end).replace(/^[ \t\r\n]+/, '');
  const [, front = '', fragment = ''] = /^(.*?)(?:(?:#|%23)(.*))?$/s.exec(trimmed) ?? [];
  const [, base, roomId] = ADDRESS.exec(front) ?? [];
  if (base === undefined || roomId === undefined) return { fault: 'not-a-room-link' };

  const address = { base, roomId };
  const { keyText, fault } = readParameters(fragment);
  return keyText ? { link: { ...address, ...keyText } } : { fault, address };
}

/**
 * @param {RoomLink} link
 * @returns {string}
 */
export function format(link) {
  return `${formatAddress(link)}#${formatKeyText(link)}`;
}

/**
 * @param {Address} address
 * @returns {string} the link without its key
 */
export function formatAddress({ base, roomId }) {
  return `${base}/r/${roomId}`;
}
