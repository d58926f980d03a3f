/**
 * Pages of one message: joining, a problem, a room that is gone.
 */
import { HOME } from '../paths.js';
import { gone, problems, words } from '../strings.js';
import { stamp } from './template.js';

/** @typedef {{ title: string, what: string, retry?: boolean, stuck?: boolean }} Notice */

/** @returns {HTMLElement} */
export const joiningView = () => stamp('joining-view').root;

/**
 * @param {keyof typeof gone} reason
 * @returns {HTMLElement}
 */
export const goneView = (reason) => noticeView({ title: words.goneTitle, what: gone[reason] });

/**
 * @param {string} code a link's fault, or the relay's code
 * @param {() => void} [onRetry]
 * @returns {HTMLElement}
 */
export function problemView(code, onRetry) {
  /** @type {Record<string, Notice>} */
  const known = problems;
  const problem = Object.hasOwn(known, code) ? known[code] : undefined;
  return noticeView(problem ?? problems.refused, onRetry);
}

/**
 * @param {Notice} notice
 * @param {() => void} [onRetry]
 */
function noticeView({ title, what, retry = false, stuck = false }, onRetry = () => {}) {
  const { root, part } = stamp('notice-view');
  part('title').textContent = title;
  part('what').textContent = what;
  part('retry').hidden = !retry;
  part('retry').addEventListener('click', onRetry);
  /** @type {HTMLAnchorElement} */ (part('home')).href = HOME;
  part('home').hidden = stuck;
  return root;
}
