import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatKeyText, parseKeyText } from '../js/key-text.js';
import { vectors } from './vectors.js';

for (const vector of vectors('key')) {
  test(`${vector.name}: ${vector.field('comment')}`, () => {
    const { keyText, fault } = parseKeyText(vector.body.toString());
    assert.equal(fault ?? 'ok', vector.field('expect'));
    if (!keyText) return;
    assert.equal(keyText.key, vector.field('key'));
    assert.equal(keyText.secret, vector.field('secret'));
    assert.deepEqual(parseKeyText(formatKeyText(keyText)).keyText, keyText);
  });
}
