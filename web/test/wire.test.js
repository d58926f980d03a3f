import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PURGE, join, readChat, readControl } from '../js/wire.js';
import { bytes, toHex, vectors } from './vectors.js';

const relay = vectors('wire').filter((vector) => vector.field('direction') === 'relay');

for (const vector of relay) {
  test(`${vector.name}: ${vector.field('comment')}`, () => {
    if (vector.field('message') === 'chat:message') {
      const chat = readChat(bytes(vector.body));
      assert.equal(chat?.connectionId, vector.field('connectionId'));
      assert.equal(chat?.timestamp, Number(vector.field('timestamp')));
      assert.equal(toHex(chat?.payload ?? new Uint8Array()), vector.field('payload'));
      return;
    }
    /** @type {any} */
    const message = readControl(vector.body.toString());
    assert.equal(message?.type, vector.field('message'));
    for (const name of ['roomId', 'connectionId', 'reason', 'code']) {
      if (vector.has(name)) assert.equal(message[name], vector.field(name));
    }
    for (const name of ['capacity', 'createdAt', 'expiresAt', 'now']) {
      if (vector.has(name)) assert.equal(message[name], Number(vector.field(name)));
    }
    const members = message.members ?? (message.member ? [message.member] : []);
    assert.deepEqual(
      members.map(
        (/** @type {any} */ m) =>
          `${m.connectionId} ${m.creator ? 'creator' : 'guest'} ${m.username}`,
      ),
      vector.all('member'),
    );
  });
}

test('writes what relays read', () => {
  const vector = vectors('wire').find(({ name }) => name === 'wire/join.txt') ?? assert.fail();
  const [roomId, secret] = [vector.field('roomId'), vector.field('roomSecret')];
  assert.deepEqual(JSON.parse(join({ roomId, secret })), JSON.parse(vector.body.toString()));
  assert.deepEqual(JSON.parse(PURGE), { type: 'room:purge' });
});

test('ignores what it does not know', () => {
  const text = [
    '',
    '{',
    'null',
    '[]',
    '{}',
    '{"type":"room:moved"}',
    '{"type":"member:joined"}',
    '{"type":"room:joined","connectionId":"a","username":"b","creator":true}',
    '{"type":"room:expired"}',
    '{"type":"error","code":1}',
  ];
  for (const each of text) assert.equal(readControl(each), null, each);
  assert.equal(readChat(new Uint8Array()), null);
  assert.equal(readChat(new Uint8Array(18)), null);
  assert.equal(readChat(Uint8Array.from([1, ...new Uint8Array(16)])), null);
});

test('ignores a message from a time that no clock can show', () => {
  const latest = 8.64e15;
  for (const [timestamp, known] of /** @type {[number, boolean][]} */ ([
    [latest, true],
    [latest + 1, false],
  ])) {
    const message = new Uint8Array(18);
    message[0] = 1;
    new DataView(message.buffer).setBigUint64(9, BigInt(timestamp));
    assert.equal(readChat(message) !== null, known, `${timestamp}`);
  }
});

for (const time of [1e308, -1, 8.64e15 + 1, 0.5, null, '1']) {
  test(`a relay that says it is ${time} is not believed`, () => {
    const member = { connectionId: 'a'.repeat(16), username: 'Ann', creator: true };
    const left = { type: 'member:left', member, now: time };
    assert.equal(readControl(JSON.stringify(left)), null);
    const joined = { ...member, type: 'room:joined', capacity: 2, members: [member] };
    assert.equal(readControl(JSON.stringify({ ...joined, expiresAt: time, now: 1 })), null);
    assert.equal(readControl(JSON.stringify({ ...joined, expiresAt: 1, now: time })), null);
    assert.ok(readControl(JSON.stringify({ ...joined, expiresAt: 1, now: 1 })));
  });
}
