/**
 * The language of the page: which there are, which one a reader prefers, and its words.
 */
import { words as english } from './words/en.js';

/** @typedef {Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }} Counted */

/**
 * @template T
 * @typedef {{ [K in keyof T]: T[K] extends string ? string
 *   : T[K] extends { other: string } ? Counted : Translation<T[K]> }} Translation
 */

/** The table of a language. @typedef {Translation<typeof english>} Words */

/** Browsers remember by its address what could not be loaded. */
let again = '';

/**
 * Languages by their tag, each with its own name and the way to its words.
 *
 * @type {Record<string, { name: string, load: () => Promise<{ words: Words }> }>}
 */
export const LANGUAGES = {
  en: { name: 'English', load: async () => ({ words: english }) },
  de: { name: 'Deutsch', load: () => import(`./words/de.js${again}`) },
  fr: { name: 'Français', load: () => import(`./words/fr.js${again}`) },
  es: { name: 'Español', load: () => import(`./words/es.js${again}`) },
  pt: { name: 'Português', load: () => import(`./words/pt.js${again}`) },
  ar: { name: 'العربية', load: () => import(`./words/ar.js${again}`) },
  ja: { name: '日本語', load: () => import(`./words/ja.js${again}`) },
};

const RIGHT_TO_LEFT = ['ar'];

/**
 * The words of the present language, and the product's name, which is the same in all; always this
 * object, for it is filled again.
 *
 * @type {Words & { appName: string }}
 */
export const words = { appName: 'Pug Network', ...english };

let present = 'en';
/** What was asked for last. */
let wanted = present;

/** Tells by a `change` event that the words are others now. */
export const languageChanges = new EventTarget();

/** @returns {string} the tag of the present language */
export const language = () => present;

/** @returns {'ltr' | 'rtl'} the writing direction of the present language */
export const direction = () => (RIGHT_TO_LEFT.includes(present) ? 'rtl' : 'ltr');

/**
 * @param {readonly string[]} wanted BCP 47 tags, the dearest first
 * @returns {string} the tag of the first language that we have; English where we have none
 */
export function preferred(wanted) {
  const ours = wanted.map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  return ours.find((tag) => Object.hasOwn(LANGUAGES, tag)) ?? 'en';
}

/**
 * Takes another language. Its words come over the network once.
 *
 * @param {string} tag one of `LANGUAGES`
 * @throws {Error} where they cannot be had; the language stays as it was
 */
export async function speak(tag) {
  wanted = tag;
  const loading = LANGUAGES[tag]?.load().catch((error) => {
    again += '?';
    throw error;
  });
  const { words: loaded } = (await loading) ?? { words: english };
  if (wanted !== tag) return;
  Object.assign(words, loaded);
  present = tag;
  languageChanges.dispatchEvent(new Event('change'));
}
