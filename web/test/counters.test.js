import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Counters } from '../js/counters.js';

test('of a sender that was there before, the first message sets the beginning', () => {
  const counters = new Counters();
  assert.equal(counters.accept('a', 57), 0);
  assert.equal(counters.accept('a', 58), 0);
});

test('of a newcomer, the first message is number 1', () => {
  const counters = new Counters();
  counters.begin('a');
  assert.equal(counters.accept('a', 3), 2);
});

test('tells how many are missing, once', () => {
  const counters = new Counters();
  assert.equal(counters.accept('a', 7), 0);
  assert.equal(counters.accept('a', 10), 2);
  assert.equal(counters.accept('a', 11), 0);
});

test('refuses repetitions and what comes too late, for each sender apart', () => {
  const counters = new Counters();
  counters.accept('a', 7);
  assert.equal(counters.accept('a', 7), null);
  assert.equal(counters.accept('a', 6), null);
  assert.equal(counters.accept('b', 6), 0);
});

test('announcing a sender a second time opens no way to repeat it', () => {
  const counters = new Counters();
  counters.begin('a');
  counters.accept('a', 1);
  counters.begin('a');
  assert.equal(counters.accept('a', 1), null);
});
