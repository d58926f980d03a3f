/**
 * Views are templates in index.html; this copies one and puts the words in.
 */
import { words } from '../strings.js';

/**
 * @param {string} id of the template
 * @returns {{ root: HTMLElement, part: <T extends HTMLElement = HTMLElement>(name: string) => T }}
 *   the copy, and a way to its elements by their `data-part`
 */
export function stamp(id) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById(id));
  const copy = /** @type {DocumentFragment} */ (document.importNode(template.content, true));
  const root = /** @type {HTMLElement} */ (copy.firstElementChild);
  for (const element of copy.querySelectorAll('[data-text]')) {
    element.textContent = word(element.getAttribute('data-text'));
  }
  for (const element of copy.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', word(element.getAttribute('data-label')));
  }
  const parts = new Map(
    [root, ...root.querySelectorAll('[data-part]')].map((e) => [e.getAttribute('data-part'), e]),
  );
  return { root, part: (name) => /** @type {any} */ (parts.get(name)) };
}

/** @param {string | null} name */
const word = (name) => words[/** @type {keyof typeof words} */ (name)];
