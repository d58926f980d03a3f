import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lifetimes } from '../js/lifetimes.js';

test('offers the ends of the range, its default, and what is usual between', () => {
  assert.deepEqual(
    lifetimes({ min: 60, max: 86400, default: 3600 }),
    [60, 300, 900, 1800, 3600, 14400, 28800, 86400],
  );
  assert.deepEqual(
    lifetimes({ min: 4, max: 86400, default: 1000 }).slice(0, 5),
    [4, 60, 300, 900, 1000],
  );
});

test('offers one where there is but one', () => {
  assert.deepEqual(lifetimes({ min: 90, max: 90, default: 90 }), [90]);
});
