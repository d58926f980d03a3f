import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hues } from '../js/hues.js';

/** All of them would have the same colour by their ids alone. */
const members = Array.from({ length: 7 }, (_, i) => ({
  connectionId: (0x10 + 6 * i).toString(16).padStart(16, '0'),
}));

/** @param {Hues} hues @param {typeof members} of */
const shown = (hues, of) => of.map(({ connectionId }) => hues.of(connectionId));

test('six members have six colours, and a seventh has one of them', () => {
  const hues = new Hues();
  hues.assign(members);
  assert.deepEqual(shown(hues, members.slice(0, 6)).sort(), ['0', '1', '2', '3', '4', '5']);
  assert.match(hues.of(members[6]?.connectionId ?? ''), /^[0-5]$/);
});

test('a member keeps its colour when others go, and the next one takes what is free', () => {
  const hues = new Hues();
  hues.assign(members.slice(0, 3));
  const [free, ...kept] = shown(hues, members.slice(0, 3));
  hues.assign(members.slice(1, 3));
  hues.assign(members.slice(1, 4));
  assert.deepEqual(shown(hues, members.slice(1, 4)), [...kept, free]);
});

test('all who saw the same members come see the same colours', () => {
  const [early, late] = [new Hues(), new Hues()];
  for (let count = 1; count <= 6; count++) early.assign(members.slice(0, count));
  late.assign(members.slice(0, 6));
  assert.deepEqual(shown(early, members.slice(0, 6)), shown(late, members.slice(0, 6)));
});

test('a connection id of another form has a colour too', () => {
  assert.equal(new Hues().of('?'), '0');
});
