import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../js/base64url.js';
import { Counters } from '../js/counters.js';
import {
  PayloadError,
  importKey,
  maxTextBytes,
  newKey,
  open,
  seal,
  textBytes,
} from '../js/payload.js';
import { fromHex, toHex, vectors } from './vectors.js';

const ORIGIN = { roomId: 'HxxbL613hDQCTxU3mGNGkg', connectionId: '0a367b92cf0b037d' };

for (const vector of vectors('payload')) {
  test(`${vector.name}: ${vector.field('comment')}`, async (t) => {
    const key = await importKey(decode(vector.field('key')) ?? assert.fail('key'));
    const [roomId, connectionId] = [vector.field('roomId'), vector.field('connectionId')];
    const sealed = fromHex(vector.field('sealed'));
    const counters = new Counters();
    const last = Number(vector.field('last'));
    if (vector.has('last')) counters.begin(connectionId);
    if (last > 0) counters.accept(connectionId, last);

    let outcome = 'ok';
    let gap = null;
    try {
      const { counter, text } = await open(key, { roomId, connectionId }, sealed);
      gap = counters.accept(connectionId, counter);
      if (gap === null) outcome = 'replayed';
      else assert.deepEqual(Buffer.from(text), vector.body);
    } catch (error) {
      if (!(error instanceof PayloadError)) throw error;
      outcome = error.fault;
    }
    assert.equal(outcome, vector.field('expect'));
    if (outcome !== 'ok') return;
    assert.equal(gap, Number(vector.field('gap')));

    const iv = fromHex(vector.field('iv'));
    t.mock.method(crypto, 'getRandomValues', (/** @type {Uint8Array} */ array) => {
      assert.equal(array.length, iv.length);
      array.set(iv);
      return array;
    });
    const counter = Number(vector.field('counter'));
    const again = await seal(key, { roomId, connectionId }, counter, vector.body.toString());
    assert.equal(toHex(again), vector.field('sealed'));
  });
}

test('a key cannot be read again', async () => {
  const key = await importKey(newKey());
  assert.equal(key.extractable, false);
  await assert.rejects(crypto.subtle.exportKey('raw', key));
});

test('every payload has an IV of its own', async () => {
  const key = await importKey(newKey());
  const sealed = await Promise.all([1, 2, 3].map(() => seal(key, ORIGIN, 1, 'same')));
  assert.equal(new Set(sealed.map((payload) => toHex(payload.subarray(1, 13)))).size, 3);
});

test('refuses to seal what no receiver would open', async () => {
  const key = await importKey(newKey());
  for (const [counter, text] of /** @type {[number, string][]} */ ([
    [0, 'x'],
    [2 ** 32, 'x'],
    [1, 'x'.repeat(65536)],
    [1, '\ud800'],
  ])) {
    await assert.rejects(seal(key, ORIGIN, counter, text), RangeError);
  }
});

test('the longest text fits the limit, and one byte more does not', async () => {
  const key = await importKey(newKey());
  for (const limit of [93, 157, 285, 541, 1053, 1100, 4096, 65535, 65536]) {
    const most = maxTextBytes(limit);
    assert.ok((await seal(key, ORIGIN, 1, 'x'.repeat(most))).length <= limit, `${limit}`);
    assert.ok((await seal(key, ORIGIN, 1, 'x'.repeat(most + 1))).length > limit, `${limit}`);
  }
  assert.equal(maxTextBytes(65536), 64506);
  assert.equal(maxTextBytes(1_000_000), 65535);
  assert.equal(maxTextBytes(92), 0);
});

test('counts bytes, not characters', () => {
  assert.equal(textBytes('aé€😀'), 10);
});
