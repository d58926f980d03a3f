import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { Search } from '../js/search.js';

/** @param {string} text */
const sha256 = (text) => createHash('sha256').update(text).digest();

/** @param {Buffer} digest */
function leadingZeroBits(digest) {
  const bits = [...digest].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.indexOf('1');
}

test('finds the first nonce that Node finds, for tokens of every length', () => {
  // Up to two blocks and a bit, so that the nonce falls on every side of a block's end.
  for (let length = 1; length <= 140; length++) {
    const token = 'Tq-7_'.repeat(28).slice(0, length);
    let expected = 10_000_000_000;
    while (leadingZeroBits(sha256(`${token}:${expected}`)) < 6) expected++;
    const search = new Search(token, 6);
    assert.equal(search.run(10_000), String(expected), `token of ${length}`);
    assert.equal(search.hashes, expected - 10_000_000_000 + 1);
  }
});

test('goes on where it stopped', () => {
  const whole = new Search('token', 10).run(1_000_000);
  const search = new Search('token', 10);
  let nonce = null;
  while (nonce === null) nonce = search.run(7);
  assert.equal(nonce, whole);
});

test('counts past a digit, and past many', () => {
  const search = new Search('token', 32);
  assert.equal(search.run(1_200), null);
  assert.equal(search.hashes, 1_200);
});

test('takes any nonce where nothing is asked for', () => {
  assert.equal(new Search('token', 0).run(1), '10000000000');
});

test('solves eighteen bits', () => {
  const token = 'Q2hhbGxlbmdlIHRva2Vu.1pug';
  const nonce = new Search(token, 18).run(100_000_000);
  assert.match(nonce ?? '', /^[0-9]{1,20}$/);
  assert.ok(leadingZeroBits(sha256(`${token}:${nonce}`)) >= 18);
});
