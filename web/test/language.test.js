import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES, direction, language, preferred, speak, words } from '../js/language.js';

test('the first of the wanted languages that there is gets chosen, whatever its region', () => {
  assert.equal(preferred(['en-GB', 'de']), 'en');
  assert.equal(preferred(['pt-BR', 'es']), 'pt');
  assert.equal(preferred(['tlh', 'zh-Hant-TW', 'ja']), 'ja');
  assert.equal(preferred(['EN']), 'en');
});

test('English is chosen where no wanted language is there', () => {
  assert.equal(preferred(['tlh', 'x-pug']), 'en');
  assert.equal(preferred([]), 'en');
  assert.equal(preferred(['constructor', '__proto__']), 'en');
});

test('a language brings its words and its direction', async () => {
  await speak('ar');
  assert.deepEqual([language(), direction(), words.cancel], ['ar', 'rtl', 'إلغاء']);
  await speak('en');
  assert.deepEqual([language(), direction(), words.cancel], ['en', 'ltr', 'Cancel']);
});

test('the language that was asked for last is spoken, whichever words arrive last', async () => {
  const { load } = /** @type {typeof LANGUAGES[string]} */ (LANGUAGES['de']);
  /** @type {(value?: unknown) => void} */
  let arrive = () => {};
  const arrival = new Promise((resolve) => (arrive = resolve));
  LANGUAGES['slow'] = { name: 'Slow', load: () => arrival.then(load) };
  try {
    const slow = speak('slow');
    await speak('fr');
    arrive();
    await slow;
    assert.equal(language(), 'fr');
    assert.equal(words.cancel, 'Annuler');
  } finally {
    delete LANGUAGES['slow'];
    await speak('en');
  }
});

test('a language whose words do not arrive leaves the present one', async () => {
  LANGUAGES['lost'] = { name: 'Lost', load: () => Promise.reject(new Error('no network')) };
  try {
    await assert.rejects(speak('lost'), /no network/);
    assert.equal(language(), 'en');
    assert.equal(words.cancel, 'Cancel');
  } finally {
    delete LANGUAGES['lost'];
  }
});
