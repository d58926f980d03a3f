import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countdown, duration, say } from '../js/say.js';
import { words } from '../js/words/en.js';

test('durations are told in the largest unit without a rest', () => {
  assert.deepEqual([1, 90, 60, 900, 5400, 3600, 86400].map(duration), [
    '1 second',
    '90 seconds',
    '1 minute',
    '15 minutes',
    '90 minutes',
    '1 hour',
    '24 hours',
  ]);
});

test('the countdown reaches 0:00 at the end and not before', () => {
  assert.deepEqual([0, 1, 1000, 1001, 59_999, 3_599_999, 3_600_000, 86_400_000].map(countdown), [
    '0:00',
    '0:01',
    '0:01',
    '0:02',
    '1:00',
    '1:00:00',
    '1:00:00',
    '24:00:00',
  ]);
});

test('counts agree with their nouns', () => {
  const gap = (/** @type {number} */ count) => say(words.gap, { count, name: 'Ann' });
  assert.equal(gap(1), '1 message from Ann got lost on the way.');
  assert.equal(gap(1200), '1,200 messages from Ann got lost on the way.');
});

test('a value that looks like a placeholder is not filled again', () => {
  assert.equal(say('{name} said {text}', { name: '{text}', text: 'x' }), '{text} said x');
});
