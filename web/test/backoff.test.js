import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Backoff } from '../js/backoff.js';

test('pauses double up to a bound, and begin anew after a success', () => {
  const backoff = new Backoff(() => 1);
  const pauses = Array.from({ length: 7 }, () => backoff.next());
  assert.deepEqual(pauses, [500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
  backoff.reset();
  assert.equal(backoff.next(), 500);
});

test('chance takes up to half of a pause', () => {
  assert.equal(new Backoff(() => 0).next(), 250);
  assert.equal(new Backoff(() => 0.5).next(), 375);
});
