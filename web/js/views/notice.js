/**
 * Pages of one message: joining, a problem, a room that is gone.
 */
import { words } from '../language.js';
import { HOME } from '../paths.js';
import { joinBox } from './join-box.js';
import { setWord, stamp } from './template.js';

/** Where trying again may help. */
const PASSING = ['room-full', 'overloaded', 'unreachable', 'refused'];
/** Where no other page of ours would fare better. */
const LASTING = ['insecure', 'outdated'];

/** @returns {HTMLElement} */
export const joiningView = () => stamp('joining-view').root;

/**
 * @param {keyof typeof words.gone} reason
 * @returns {HTMLElement}
 */
export function goneView(reason) {
  const { root, part } = noticeView('goneTitle', `gone.${reason}`);
  part('retry').hidden = true;
  part('home').classList.add('primary');
  return root;
}

/**
 * @param {string} code a link's fault, or the relay's code
 * @param {() => void} [onRetry]
 * @returns {HTMLElement}
 */
export function problemView(code, onRetry = () => {}) {
  const known = Object.hasOwn(words.problems, code) ? code : 'refused';
  const { root, part } = noticeView(`problems.${known}.title`, `problems.${known}.what`);
  part('retry').hidden = !PASSING.includes(known);
  part('retry').addEventListener('click', onRetry);
  part('home').hidden = LASTING.includes(known);
  return root;
}

/**
 * A problem with what a link has behind its `#`: that can be pasted here.
 *
 * @param {string} code the link's fault
 * @param {import('./join-box.js').OnPasted} onPasted
 * @param {string} [refused] what was pasted, and the relay did not accept
 * @returns {HTMLElement}
 */
export function keyView(code, onPasted, refused = '') {
  const { root, part } = noticeView(`problems.${code}.title`, `problems.${code}.what`);
  const box = joinBox(part('join'), part('pasted'), part('what'), onPasted);
  part('join').hidden = false;
  part('retry').hidden = true;
  if (refused) box.refuse(refused, 'refused');
  return root;
}

/** @param {string} title @param {string} what */
function noticeView(title, what) {
  const { root, part } = stamp('notice-view');
  setWord(part('title'), title);
  setWord(part('what'), what);
  /** @type {HTMLAnchorElement} */ (part('home')).href = HOME;
  return { root, part };
}
