import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Grouping } from '../js/grouping.js';

const MINUTE = 60_000;
/** Local time, as a page shows it. */
const NOON = new Date(2026, 4, 9, 12).getTime();
const BEFORE_MIDNIGHT = new Date(2026, 4, 9, 23, 59).getTime();

/** @param {[sender: string, at: number][]} messages */
function follows(...messages) {
  const grouping = new Grouping();
  return messages.map(([sender, at]) => grouping.next(sender, at).follows);
}

/** @param {number[]} times */
function newDays(...times) {
  const grouping = new Grouping();
  return times.map((at) => grouping.next('a', at).newDay);
}

test('a message follows the one of the same sender right above', () => {
  assert.deepEqual(follows(['a', NOON], ['a', NOON + 1], ['b', NOON + 2], ['a', NOON + 3]), [
    false,
    true,
    false,
    false,
  ]);
});

test('what is said more than five minutes after the last begins anew', () => {
  const last = NOON + 5 * MINUTE;
  assert.deepEqual(follows(['a', NOON], ['a', last], ['a', last + 5 * MINUTE + 1]), [
    false,
    true,
    false,
  ]);
});

test('what follows within the same minute of the clock is known', () => {
  const grouping = new Grouping();
  const sameMinute = [NOON + 58_000, NOON + 59_000, NOON + MINUTE, NOON + MINUTE + 1].map(
    (at) => grouping.next('a', at).sameMinute,
  );
  assert.deepEqual(sameMinute, [false, true, false, true]);
  assert.equal(grouping.next('b', NOON + MINUTE + 2).sameMinute, false);
});

test('nothing follows across a note', () => {
  const grouping = new Grouping();
  grouping.next('a', NOON);
  grouping.interrupt();
  assert.equal(grouping.next('a', NOON + 1).follows, false);
  assert.equal(grouping.next('a', NOON + 2).follows, true);
});

test('a new day is told once, and only when it comes', () => {
  assert.deepEqual(newDays(NOON, BEFORE_MIDNIGHT), [false, false]);
  assert.deepEqual(newDays(BEFORE_MIDNIGHT, BEFORE_MIDNIGHT + MINUTE, BEFORE_MIDNIGHT + 2 * MINUTE), [
    false,
    true,
    false,
  ]);
});

test('a note does not hide that a day has passed', () => {
  const grouping = new Grouping();
  grouping.next('a', BEFORE_MIDNIGHT);
  grouping.interrupt();
  assert.equal(grouping.next('a', BEFORE_MIDNIGHT + MINUTE).newDay, true);
});

test('nothing follows across midnight, for the date stands between', () => {
  assert.deepEqual(follows(['a', BEFORE_MIDNIGHT], ['a', BEFORE_MIDNIGHT + MINUTE]), [
    false,
    false,
  ]);
});
