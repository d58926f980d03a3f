/**
 * Finds the web addresses in a text.
 */

// Characters that turn the writing direction end an address: they could make it look like another.
const ADDRESS = /\bhttps?:\/\/[^\s<>"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gi;

const PUNCTUATION = /[.,;:!?'*_~\]}]/;

/** @typedef {{ text: string, href?: string }} Piece */

/**
 * @param {string} text
 * @returns {Piece[]} the text, cut into pieces; those that are addresses have a `href`
 */
export function linkify(text) {
  /** @type {Piece[]} */
  const pieces = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutPunctuation(match[0]);
    const href = safeHref(address);
    if (href === null) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ text: address, href });
    end = match.index + address.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

/**
 * Drops what belongs to the sentence rather than to the address: closing punctuation, and a closing
 * bracket that was not opened within the address.
 *
 * @param {string} address
 */
function withoutPunctuation(address) {
  let unopened = count(address, ')') - count(address, '(');
  let end = address.length;
  for (; end > 0; end--) {
    const last = address[end - 1] ?? '';
    if (last === ')' && unopened > 0) unopened--;
    else if (!PUNCTUATION.test(last)) break;
  }
  return address.slice(0, end);
}

/** @type {(text: string, character: string) => number} */
const count = (text, character) => text.split(character).length - 1;

/**
 * @param {string} address
 * @returns {string | null} null for no address, and for one with a user name, which only deceives
 */
function safeHref(address) {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const web = url.protocol === 'https:' || url.protocol === 'http:';
  const plain = url.username === '' && url.password === '' && showsHost(address, url);
  return web && plain ? url.href : null;
}

/**
 * Whether the host that one reads is the one that is visited. What the parser changes, such as
 * letters of another alphabet and characters that cannot be seen, could show another host.
 *
 * @param {string} address
 * @param {URL} url
 */
function showsHost(address, url) {
  const [, shown = ''] = /^https?:\/\/([^/?#]*)/i.exec(address) ?? [];
  return [url.host, `${url.hostname}:80`, `${url.hostname}:443`].includes(shown.toLowerCase());
}
