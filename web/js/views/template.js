/**
 * Views are templates in index.html; this copies one and puts the words in.
 */
import { words } from '../language.js';

/**
 * @param {string} id of the template
 * @returns {{ root: HTMLElement, part: <T extends HTMLElement = HTMLElement>(name: string) => T }}
 *   the copy, and a way to its elements by their `data-part`
 */
export function stamp(id) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById(id));
  const copy = /** @type {DocumentFragment} */ (document.importNode(template.content, true));
  const root = /** @type {HTMLElement} */ (copy.firstElementChild);
  translate(copy);
  const parts = new Map(
    [root, ...root.querySelectorAll('[data-part]')].map((e) => [e.getAttribute('data-part'), e]),
  );
  return { root, part: (name) => /** @type {any} */ (parts.get(name)) };
}

/**
 * Gives an element a word, which follows the language.
 *
 * @param {HTMLElement} element
 * @param {string} name of the word, with dots into its groups
 */
export function setWord(element, name) {
  element.dataset.text = name;
  element.textContent = word(name);
}

/**
 * Puts the words of the present language into everything that names its words.
 *
 * @param {ParentNode} root
 */
export function translate(root) {
  for (const element of root.querySelectorAll('[data-text]')) {
    element.textContent = word(element.getAttribute('data-text'));
  }
  for (const element of root.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', word(element.getAttribute('data-label')));
  }
  for (const element of root.querySelectorAll('[data-placeholder]')) {
    element.setAttribute('placeholder', word(element.getAttribute('data-placeholder')));
  }
}

/** @param {string | null} name @returns {string} */
const word = (name) =>
  (name ?? '').split('.').reduce((/** @type {any} */ group, key) => group[key], words);
