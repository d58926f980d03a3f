/**
 * Folds what is long down to its beginning.
 */
import { setWord } from './template.js';

/** What has more lines than this is long. The style sheet shows fewer, so that folding pays. */
const MOST_LINES = 16;

/**
 * Changes the height of something, while `anchor` stays where it is on the screen.
 *
 * @typedef {(anchor: Element, change: () => void) => void} Turn
 */

/**
 * @param {HTMLElement} body in the document, for its height is measured
 * @param {HTMLElement} button shows all or less; it stays hidden where the body is short
 * @param {Turn} turn
 */
export function fold(body, button, turn) {
  const line = Number.parseFloat(getComputedStyle(body).lineHeight);
  if (body.scrollHeight <= MOST_LINES * line) return;

  /** @param {boolean} folded */
  function set(folded) {
    body.classList.toggle('folded', folded);
    button.setAttribute('aria-expanded', String(!folded));
    setWord(button, folded ? 'showAll' : 'showLess');
  }
  const unfold = () => turn(body.firstElementChild ?? body, () => set(false));

  button.addEventListener('click', () => {
    if (body.classList.contains('folded')) unfold();
    else turn(button, () => set(true));
  });
  // What is folded away is scrolled into sight by Tab, by a search in the page, by a screen reader.
  body.addEventListener('scroll', () => {
    if (body.scrollTop > 0) unfold();
  });
  button.hidden = false;
  set(true);
}
