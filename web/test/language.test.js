import assert from 'node:assert/strict';
import { test } from 'node:test';
import { preferred } from '../js/language.js';

test('the first of the wanted languages that there is gets chosen, whatever its region', () => {
  assert.equal(preferred(['en-GB', 'de']), 'en');
  assert.equal(preferred(['EN']), 'en');
});

test('English is chosen where no wanted language is there', () => {
  assert.equal(preferred(['tlh', 'x-pug']), 'en');
  assert.equal(preferred([]), 'en');
  assert.equal(preferred(['constructor', '__proto__']), 'en');
});
