import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, encode } from '../js/base64url.js';

test('encodes as Node does, and back', () => {
  for (let length = 0; length < 70; length++) {
    const data = Uint8Array.from({ length }, (_, i) => (i * 151 + length * 37) & 0xff);
    const text = Buffer.from(data).toString('base64url');
    assert.equal(encode(data), text);
    assert.deepEqual(decode(text), data);
  }
});

test('refuses every second spelling', () => {
  const unused = 'AB';
  for (const text of [
    'A',
    'AAAAA',
    unused,
    'AAB',
    'AA=',
    'AA==',
    'A A',
    '+A',
    '/A',
    'AÄ',
    'AA\n',
  ]) {
    assert.equal(decode(text), null, JSON.stringify(text));
  }
});
