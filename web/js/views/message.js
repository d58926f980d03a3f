/**
 * One message: who, when, and what, with its code and its addresses.
 */
import { markup } from '../markup.js';
import { timeOfDay } from '../say.js';
import { revealed, unpiled } from '../visible.js';
import { codeBlock } from './code-block.js';
import { fold } from './fold.js';
import { stamp } from './template.js';

/**
 * @typedef {object} Message
 * @property {string} username
 * @property {boolean} own
 * @property {number} at ms since the Unix epoch
 * @property {string} text
 * @property {string} hue
 */

/**
 * @param {Message} message
 * @param {import('./fold.js').Turn} turn
 * @returns {{ root: HTMLElement, fold: () => void }} `fold` is called once it is in the document
 */
export function messageEntry({ username, own, at, text, hue }, turn) {
  const { root, part } = stamp('message');
  root.classList.toggle('own', own);
  root.dataset.hue = hue;
  part('sender').textContent = username;
  part('time').textContent = timeOfDay(at);
  part('time').setAttribute('datetime', new Date(at).toISOString());
  part('body').append(
    ...markup(unpiled(text)).map((block) => ('pieces' in block ? prose(block) : codeBlock(block))),
  );
  return { root, fold: () => fold(part('body'), part('fold'), turn) };
}

/** @param {import('../markup.js').Prose} block */
function prose({ pieces }) {
  const paragraph = document.createElement('p');
  paragraph.className = 'text';
  paragraph.dir = 'auto';
  // No spread: a long message may have more pieces than a call takes arguments.
  for (const piece of pieces) paragraph.append(node(piece));
  return paragraph;
}

/** @param {import('../markup.js').Piece} piece */
function node({ text, href, code }) {
  if (code) return codeSpan(text);
  return href === undefined ? text : link(text, href);
}

/** @param {string} text */
function codeSpan(text) {
  const span = document.createElement('code');
  span.dir = 'ltr';
  span.textContent = revealed(text);
  return span;
}

/** @param {string} text @param {string} href */
function link(text, href) {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.target = '_blank';
  anchor.rel = 'noreferrer noopener';
  anchor.dir = 'ltr';
  anchor.textContent = text;
  return anchor;
}
