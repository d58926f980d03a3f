import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { LANGUAGES } from '../js/language.js';
import { words as english } from '../js/words/en.js';

const WEB = new URL('../', import.meta.url);
const page = readFileSync(new URL('index.html', WEB), 'utf8');
const code = readdirSync(new URL('js/', WEB), { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.js') && !name.startsWith('words/'))
  .map((name) => readFileSync(new URL(`js/${name}`, WEB), 'utf8'))
  .join('\n');

const tables = await Promise.all(
  Object.entries(LANGUAGES).map(async ([tag, { load }]) => ({ tag, words: (await load()).words })),
);

/**
 * The texts of a table by the path of their keys; one that counts is an object of its forms.
 *
 * @param {any} table
 * @param {string} [under]
 * @returns {Map<string, any>}
 */
function texts(table, under = '') {
  /** @type {Map<string, any>} */
  const found = new Map();
  for (const [key, value] of Object.entries(table)) {
    const path = under + key;
    if (typeof value === 'string' || 'other' in value) found.set(path, value);
    else for (const [inner, text] of texts(value, `${path}.`)) found.set(inner, text);
  }
  return found;
}

/** @param {any} text @returns {string[]} */
const forms = (text) => (typeof text === 'string' ? [text] : Object.values(text));

/** @param {string} form */
const placeholders = (form) => [...form.matchAll(/\{\w+\}/g)].map(String).sort();

test('every word that the page asks for is there', () => {
  const asked = [...page.matchAll(/data-(?:text|label|placeholder)="([^"]*)"/g)].map(
    ([, name]) => name ?? '',
  );
  assert.ok(asked.length > 20);
  assert.deepEqual(
    asked.filter((name) => !texts(english).has(name)),
    [],
  );
});

/** What takes a word's name, and how many arguments it has before it. */
const TAKERS = { setWord: 1, noticeView: 0, lastingAlert: 0, showConnection: 0, copyable: 2 };

/** @returns {string[]} the names, or their beginnings up to a value, that the code gives to these */
function given() {
  return Object.entries(TAKERS).flatMap(([taker, before]) =>
    [...code.matchAll(new RegExp(`\\b${taker}\\(((?:[^()]|\\([^()]*\\))*)\\)`, 'g'))].flatMap(
      ([, inside = '']) => quoted(inside.split(',').slice(before).join()),
    ),
  );
}

/** @param {string} text @returns {string[]} */
const quoted = (text) => [...text.matchAll(/(?<=['`])[a-z][\w.-]*/gi)].map(String);

test('every word is used', () => {
  const names = new Set([
    ...[...page.matchAll(/data-(?:text|label|placeholder)="([^"]*)"/g)].map(([, name]) => name),
    ...[...code.matchAll(/(?<=\bwords\.)\w+(?:\.\w+)?/g)].map(String),
    ...[...code.matchAll(/^const THEMES = (.*)/gm)].flatMap(([, themes = '']) => quoted(themes)),
    ...given(),
  ]);
  const codes = new Set(quoted(code));
  const unused = [...texts(english).keys()].filter((path) => {
    const [group = '', member = ''] = path.split('.');
    return !names.has(path) && !(names.has(`${group}.`) && codes.has(member));
  });
  assert.deepEqual(unused, []);
});

for (const { tag, words } of tables) {
  test(`${tag} has every word of English, and no other`, () => {
    assert.deepEqual([...texts(words).keys()], [...texts(english).keys()]);
  });

  test(`${tag} counts in the plural forms of its language, and keeps none that no count takes`, () => {
    const rules = new Intl.PluralRules(tag);
    const counts = Array.from({ length: 1000 }, (_, index) => index + 1);
    const wanted = [...new Set(counts.map((count) => rules.select(count)))].toSorted();
    for (const [path, text] of texts(words)) {
      if (typeof text === 'string') continue;
      assert.deepEqual(Object.keys(text).toSorted(), wanted, path);
    }
  });

  test(`${tag} has the values in its texts that English has`, () => {
    const original = texts(english);
    for (const [path, text] of texts(words)) {
      const expected = new Set(forms(original.get(path)).flatMap(placeholders));
      for (const form of forms(text)) {
        const present = placeholders(form);
        assert.ok(
          present.every((value) => expected.has(value)),
          `${path}: ${form}`,
        );
        // The forms for one or two may say the number in words.
        if (form === (text.other ?? text)) assert.deepEqual(present, [...expected].sort(), path);
      }
    }
  });

  test(`${tag} has no empty text and no space at an end`, () => {
    for (const [path, text] of texts(words)) {
      for (const form of forms(text)) assert.match(form, /^\S(.*\S)?$/s, path);
    }
  });

  test(`${tag} has the quotation marks and apostrophes of print`, () => {
    for (const [path, text] of texts(words)) {
      for (const form of forms(text)) assert.doesNotMatch(form, /["'`]/, path);
    }
  });
}

test('fr has narrow no-break spaces at the signs that have them in print', () => {
  const french = tables.find(({ tag }) => tag === 'fr')?.words;
  for (const [path, text] of texts(french)) {
    for (const form of forms(text)) {
      assert.doesNotMatch(form, /«(?!\u202f)|(?<!\u202f)(?:[;?!»]|:(?=\s))/, path);
    }
  }
});

test('every problem says what it is and what to do', () => {
  const codes = [
    'no-key',
    'reloaded',
    'bad-key',
    'no-secret',
    'bad-secret',
    'room-full',
    'overloaded',
    'unreachable',
    'insecure',
    'outdated',
    'refused',
  ];
  assert.deepEqual(Object.keys(english.problems).sort(), codes.sort());
  for (const problem of Object.values(english.problems)) {
    assert.deepEqual(Object.keys(problem), ['title', 'what']);
  }
});

test('every fault of what is pasted has its words', () => {
  const codes = [
    'empty',
    'not-a-room-link',
    'other-relay',
    'no-key',
    'bad-key',
    'no-secret',
    'bad-secret',
    'refused',
  ];
  assert.deepEqual(Object.keys(english.pasteFaults).sort(), codes.sort());
});
