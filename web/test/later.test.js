import assert from 'node:assert/strict';
import { test } from 'node:test';
import { later } from '../js/later.js';

test('what could not be loaded is tried again at another address each time', async () => {
  /** @type {string[]} */
  const tried = [];
  const lost = (/** @type {string} */ again) => {
    tried.push(again);
    return Promise.reject(new Error('no network'));
  };
  await assert.rejects(later(lost), /no network/);
  await assert.rejects(later(lost), /no network/);
  assert.deepEqual(tried, ['', '?1']);
  assert.equal(await later(async (again) => again), '?2');
});
