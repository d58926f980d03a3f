import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPasted } from '../js/pasted.js';

const BASE = 'https://pug.example/chat';
const ROOM = 'HxxbL613hDQCTxU3mGNGkg';
const KEY = 'LHDhK3oGRvkiefQnx7OOczTY5Tic_xZ6HcMOc_gmtoM';
const SECRET = 'K7gNU3sdo-OL0wNhqoVWhg';
const KEY_TEXT = `k=${KEY}&s=${SECRET}`;
const ROOM_LINK = { base: BASE, roomId: ROOM, key: KEY, secret: SECRET };

test('a full link of this relay leads into its room', () => {
  const text = ` ${BASE}/r/${ROOM}#${KEY_TEXT}\n`;
  assert.deepEqual(readPasted(text, BASE).link, ROOM_LINK);
  assert.deepEqual(readPasted(text, BASE, 'AAAAAAAAAAAAAAAAAAAAAA').link, ROOM_LINK);
});

test('this relay is known by any spelling of its address, and called by its own', () => {
  for (const base of [
    'https://PUG.example/chat',
    'https://pug.example:443/chat',
    'https://pug.example/x/../chat',
  ]) {
    assert.deepEqual(readPasted(`${base}/r/${ROOM}#${KEY_TEXT}`, BASE).link, ROOM_LINK, base);
  }
});

test('a link of another relay is refused, with its key or without', () => {
  for (const base of [
    'https://pug.example',
    'http://pug.example/chat',
    'https://pug.example:8443/chat',
    'https://pug.example.evil.example/chat',
    'https://[/chat',
  ]) {
    for (const fragment of ['', `#${KEY_TEXT}`]) {
      const { fault, address } = readPasted(`${base}/r/${ROOM}${fragment}`, BASE, ROOM);
      assert.equal(fault, 'other-relay', base);
      assert.equal(address?.base, base);
    }
  }
});

test('a key alone does where the room is known, and only there', () => {
  assert.deepEqual(readPasted(KEY_TEXT, BASE, ROOM).link, ROOM_LINK);
  assert.equal(readPasted(KEY_TEXT, BASE).fault, 'not-a-room-link');
});

test('a link without its key still says which room', () => {
  const { fault, address } = readPasted(`${BASE}/r/${ROOM}`, BASE);
  assert.equal(fault, 'no-key');
  assert.deepEqual(address, { base: BASE, roomId: ROOM });
});

test('nothing is told from something wrong', () => {
  assert.equal(readPasted(' \n', BASE).fault, 'empty');
  assert.equal(readPasted('', BASE, ROOM).fault, 'empty');
  assert.equal(readPasted('hello', BASE).fault, 'not-a-room-link');
  assert.equal(readPasted('hello', BASE, ROOM).fault, 'no-key');
});
