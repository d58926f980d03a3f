/**
 * What somebody pasted to join a room: a link, or the key that was sent apart from it.
 */
import { parseKeyText } from './key-text.js';
import { parse } from './link.js';

/**
 * @typedef {import('./link.js').LinkReading
 *   | { link?: undefined, fault: 'empty', address?: undefined }
 *   | { link?: undefined, fault: 'other-relay', address: import('./link.js').Address }
 * } PastedReading
 */

/**
 * @param {string} text
 * @param {string} base where this relay lives; links of another one are refused
 * @param {string} [roomId] of the room that a key alone is for; without it, only a link will do
 * @returns {PastedReading}
 */
export function readPasted(text, base, roomId) {
  if (text.trim() === '') return { fault: 'empty' };
  if (roomId !== undefined && !text.includes('://')) {
    const { keyText, fault } = parseKeyText(text);
    return keyText ? { link: { base, roomId, ...keyText } } : { fault };
  }
  const reading = parse(text);
  const address = reading.link ?? reading.address;
  if (address && !isSame(address.base, base)) return { fault: 'other-relay', address };
  return reading.link ? { link: { ...reading.link, base } } : reading;
}

/**
 * @param {string} base
 * @param {string} own
 * @returns {boolean} whether both lead to the same place, however they are spelled
 */
const isSame = (base, own) => URL.canParse(base) && new URL(base).href === new URL(own).href;
