import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  countdown,
  duration,
  gap,
  problems,
  title,
  tooLong,
  unsent,
  words,
} from '../js/strings.js';

test('every word that the page asks for is there', () => {
  const page = readFileSync(new URL('../index.html', import.meta.url), 'utf8');
  const asked = [...page.matchAll(/data-(?:text|label)="([^"]*)"/g)].map(([, name]) => name ?? '');
  assert.ok(asked.length > 20);
  assert.deepEqual(
    asked.filter((name) => !(name in words)),
    [],
  );
});

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
  assert.equal(gap('Ann', 1), '1 message from Ann got lost on the way.');
  assert.equal(gap('Ann', 1200), '1,200 messages from Ann got lost on the way.');
  assert.match(unsent(1), /^Your last message may .* It is back/);
  assert.match(unsent(2), /^Your last 2 messages may .* They are back/);
  assert.match(tooLong(70_000, 64_506), /5,494 bytes too long \(70,000, of at most 64,506\)/);
  assert.deepEqual([0, 3].map(title), ['Pug Network', '(3) Pug Network']);
});

test('every fault of a link, and every refusal of a relay, has its words', () => {
  const codes = [
    'no-key',
    'bad-key',
    'no-secret',
    'bad-secret',
    'room-full',
    'overloaded',
    'unreachable',
    'insecure',
    'outdated',
    'refused',
  ];
  assert.deepEqual(Object.keys(problems).sort(), codes.sort());
});
