/**
 * The messages of a room, and notes between them.
 */
import { linkify } from '../linkify.js';
import { words } from '../language.js';
import { say, timeOfDay } from '../say.js';
import { stamp } from './template.js';

/** Older entries go, so that a room of many hours does not fill the memory. */
const MOST_ENTRIES = 1000;
/** How far from the end, in px, still counts as reading the newest. */
const NEAR = 80;

/**
 * @typedef {object} Message
 * @property {string} username
 * @property {boolean} own
 * @property {number} at ms since the Unix epoch
 * @property {string} text
 * @property {string} hue
 * @property {number} missing how many messages of its sender got lost before it
 */

/** @param {HTMLElement} log */
export function messageLog(log) {
  /** Whether the newest entry is kept in sight: until one scrolls up to read again. */
  let following = true;
  let scrolledTo = 0;
  const follow = () => {
    if (following) log.scrollTop = log.scrollHeight;
  };
  log.addEventListener('scroll', () => {
    const near = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
    // A log that is resized scrolls as well, but not up.
    if (near || log.scrollTop < scrolledTo) following = near;
    scrolledTo = log.scrollTop;
  });
  // A keyboard that comes up, or a growing message box, takes height from the log.
  new ResizeObserver(follow).observe(log);

  /** @param {HTMLElement} entry */
  function add(entry) {
    log.append(entry);
    while (log.childElementCount > MOST_ENTRIES) log.firstElementChild?.remove();
    follow();
  }

  /** @param {string} text @param {string} className */
  function addNote(text, className) {
    const note = document.createElement('p');
    note.className = className;
    note.textContent = text;
    add(note);
  }

  return {
    /** @param {string} text @param {number} [at] ms since the Unix epoch, where the time matters */
    note: (text, at) => addNote(at ? `${text} ${timeOfDay(at)}` : text, 'note'),

    /** @param {string} text */
    warn: (text) => addNote(text, 'note warning'),

    /** @param {Message} message */
    message({ username, own, at, text, hue, missing }) {
      if (missing > 0) this.warn(say(words.gap, { count: missing, name: username }));
      const { root, part } = stamp('message');
      root.classList.toggle('own', own);
      root.dataset.hue = hue;
      part('sender').textContent = username;
      part('time').textContent = timeOfDay(at);
      part('time').setAttribute('datetime', new Date(at).toISOString());
      part('text').append(...linkify(text).map(node));
      following ||= own;
      add(root);
    },
  };
}

/** @param {import('../linkify.js').Piece} piece */
function node({ text, href }) {
  if (href === undefined) return text;
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.target = '_blank';
  anchor.rel = 'noreferrer noopener';
  anchor.textContent = text;
  return anchor;
}
