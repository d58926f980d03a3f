import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Backoff } from '../js/backoff.js';

const world = (random = 1) => ({ now: 0, random: () => random, monotonic() { return this.now; } });

test('pauses double up to a bound, and begin anew after a connection that lasted', () => {
  const here = world();
  const backoff = new Backoff(here);
  const pauses = Array.from({ length: 7 }, () => backoff.next());
  assert.deepEqual(pauses, [500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
  backoff.connected();
  here.now = 30_000;
  assert.equal(backoff.next(), 500);
  here.now = 90_000;
  assert.equal(backoff.next(), 1000);
});

test('a connection that breaks at once is no reason to hurry', () => {
  const here = world();
  const backoff = new Backoff(here);
  const pauses = Array.from({ length: 4 }, () => {
    backoff.connected();
    here.now += 29_999;
    return backoff.next();
  });
  assert.deepEqual(pauses, [500, 1000, 2000, 4000]);
});

test('chance takes up to half of a pause', () => {
  assert.equal(new Backoff(world(0)).next(), 250);
  assert.equal(new Backoff(world(0.5)).next(), 375);
});
