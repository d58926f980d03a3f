/**
 * The link of a room: `<base>/r/<roomId>#k=<room key>&s=<room secret>`. The rules, step by step,
 * are in spec/protocol.md, section 2.
 */
import { decode } from './base64url.js';

const KEY_BYTES = 32;
const SECRET_BYTES = 16;

const BASE = /(https?:\/\/[^ \t\r\n/?#@\\]+(?:\/[^ \t\r\n/?#\\]+)*)/;
const ROOM_ID = /([A-Za-z0-9_-]{21}[AQgw])/;
const QUERY = /(?:\?[^ \t\r\n]*)?/;
const ADDRESS = new RegExp(`^${BASE.source}/r/${ROOM_ID.source}${QUERY.source}$`);

/**
 * @typedef {object} RoomLink
 * @property {string} base where the relay lives: the link up to `/r/`
 * @property {string} roomId base64url of 16 bytes
 * @property {string} key base64url of the 32 bytes of the room key
 * @property {string} secret base64url of the 16 bytes of the room secret
 */

/** @typedef {'not-a-room-link' | 'no-key' | 'bad-key' | 'no-secret' | 'bad-secret'} LinkFault */

/**
 * Reads a link, also one whose delimiters a mail filter has percent-encoded. Values are never
 * repaired.
 *
 * @param {string} text
 * @returns {{ link: RoomLink, fault?: undefined } | { link?: undefined, fault: LinkFault }}
 */
export function parse(text) {
  let end = text.length;
  while (end > 0 && ' \t\r\n'.includes(text.charAt(end - 1))) end--;
  const trimmed = text.slice(0, end).replace(/^[ \t\r\n]+/, '');
  const [, address = '', fragment = ''] = /^(.*?)(?:(?:#|%23)(.*))?$/s.exec(trimmed) ?? [];
  const [, base, roomId] = ADDRESS.exec(address) ?? [];
  if (base === undefined || roomId === undefined) return { fault: 'not-a-room-link' };

  const parameters = fragment
    .replace(/%3d/gi, '=')
    .replaceAll('%26', '&')
    .split('&')
    .map((parameter) => /^([^=]*)=?(.*)$/s.exec(parameter) ?? []);
  /** @param {string} name */
  const values = (name) => parameters.filter((p) => p[1] === name).map((p) => p[2] ?? '');

  const keys = values('k');
  if (keys.every((value) => value === '')) return { fault: 'no-key' };
  const key = theOnly(keys, KEY_BYTES);
  if (key === null) return { fault: 'bad-key' };

  const secrets = values('s');
  if (secrets.every((value) => value === '')) return { fault: 'no-secret' };
  const secret = theOnly(secrets, SECRET_BYTES);
  if (secret === null) return { fault: 'bad-secret' };

  return { link: { base, roomId, key, secret } };
}

/**
 * @param {RoomLink} link
 * @returns {string}
 */
export function format({ base, roomId, key, secret }) {
  return `${base}/r/${roomId}#k=${key}&s=${secret}`;
}

/**
 * @param {string[]} values
 * @param {number} bytes how many the value must decode to
 * @returns {string | null} null where the value is repeated or malformed
 */
function theOnly(values, bytes) {
  const [value = ''] = values;
  return values.length === 1 && decode(value)?.length === bytes ? value : null;
}
