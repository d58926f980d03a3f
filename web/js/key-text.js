/**
 * What stands behind the `#` of a room link, `k=<room key>&s=<room secret>`: the two credentials
 * of a room. People may send it apart from the rest of the link. The rules, step by step, are in
 * spec/protocol.md, section 2.
 */
import { decode } from './base64url.js';

const KEY_BYTES = 32;
const SECRET_BYTES = 16;

/**
 * @typedef {object} KeyText
 * @property {string} key base64url of the 32 bytes of the room key
 * @property {string} secret base64url of the 16 bytes of the room secret
 */

/** @typedef {'no-key' | 'bad-key' | 'no-secret' | 'bad-secret'} KeyFault */

/**
 * @typedef {{ keyText: KeyText, fault?: undefined }
 *   | { keyText?: undefined, fault: KeyFault }} KeyReading
 */

/**
 * Reads a key text as somebody pasted or typed it, white space and `#` included.
 *
 * @param {string} text
 * @returns {KeyReading}
 */
export function parseKeyText(text) {
  return readParameters(text.replace(/[ \t\r\n]+/g, '').replace(/^(?:#|%23)/, ''));
}

/**
 * @param {KeyText} keyText
 * @returns {string}
 */
export function formatKeyText({ key, secret }) {
  return `k=${key}&s=${secret}`;
}

/**
 * Reads what stands behind the `#`, also where a mail filter has percent-encoded its delimiters.
 * Values are never repaired.
 *
 * @param {string} fragment
 * @returns {KeyReading}
 */
export function readParameters(fragment) {
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

  return { keyText: { key, secret } };
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
