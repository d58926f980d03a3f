import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ANN, BEN, LINK, NOW, ann, ben, member, opened, sealed, settle } from './fake-world.js';

test('joins with the secret and never shows the key', async () => {
  const { world } = await ann();
  assert.equal(world.line.url, 'wss://pug.example/ws');
  assert.deepEqual(
    world.line.sent.map(String).map((text) => JSON.parse(text)),
    [{ type: 'room:join', roomId: LINK.roomId, roomSecret: LINK.secret }],
  );
  assert.deepEqual(world.events, [
    { type: 'joined', again: false, username: 'Ann', creator: true },
    { type: 'members', members: [ANN], self: ANN.connectionId, capacity: 3 },
  ]);
});

test('counts down by the room’s clock', async () => {
  const { world, session } = await ann();
  assert.equal(session.remaining, 60_000);
  await world.passes(10_500);
  assert.equal(session.remaining, 49_500);
  await world.line.says({ type: 'member:joined', member: BEN, now: NOW + 20_000 });
  assert.equal(session.remaining, 40_000);
  await world.passes(50_000);
  assert.equal(session.remaining, 0);
  assert.equal(world.told('gone').length, 0);
});

test('seals what is said, numbered from 1', async () => {
  const { world, session } = await ann();
  assert.ok(session.send('one'));
  assert.ok(session.send('two'));
  await settle();
  const [, first, second] = world.line.sent;
  assert.deepEqual(await opened(first, ANN.connectionId), { counter: 1, text: 'one' });
  assert.deepEqual(await opened(second, ANN.connectionId), { counter: 2, text: 'two' });
});

test('shows messages in their order, with sender and the relay’s time', async () => {
  const { world } = await ben();
  const { connectionId } = ANN;
  const long = await sealed(connectionId, 4, 'x'.repeat(50_000));
  const short = await sealed(connectionId, 5, 'short');
  // One right behind the other: the short one could be opened before the long one.
  await Promise.all([
    world.line.passesOn(connectionId, NOW + 4, long),
    world.line.passesOn(connectionId, NOW + 5, short),
  ]);
  assert.deepEqual(
    world.told('message').map(({ at, username, own }) => [at, username, own]),
    [
      [NOW + 4, 'Ann', false],
      [NOW + 5, 'Ann', false],
    ],
  );
});

test('knows its own messages', async () => {
  const { world } = await ben();
  await world.line.hears(BEN, 1, 'mine');
  assert.equal(world.told('message')[0].own, true);
});

test('tells who comes and goes, between the messages', async () => {
  const { world } = await ann();
  await world.line.says({ type: 'member:joined', member: BEN, now: NOW });
  const last = world.line.hears(BEN, 1, 'bye');
  await last;
  await world.line.says({ type: 'member:left', member: BEN, now: NOW });
  assert.deepEqual(
    world.events.slice(2).map(({ type }) => type),
    ['members', 'arrived', 'message', 'members', 'departed'],
  );
  assert.deepEqual(world.told('members').at(-1)?.members, [ANN]);
});

test('tells of messages that are missing and of repeated ones, and not what the latter say', async () => {
  const { world } = await ann();
  await world.line.says({ type: 'member:joined', member: BEN, now: NOW });
  await world.line.hears(BEN, 3, 'third');
  await world.line.hears(BEN, 3, 'third');
  await world.line.hears(BEN, 2, 'second');
  await world.line.hears(BEN, 4, 'fourth');
  assert.deepEqual(
    world.told('message').map(({ text, missing }) => [text, missing]),
    [
      ['third', 2],
      ['fourth', 0],
    ],
  );
  assert.deepEqual(world.told('repeated'), [
    { type: 'repeated', username: 'Ben' },
    { type: 'repeated', username: 'Ben' },
  ]);
});

test('a message moved to another sender cannot be opened', async () => {
  const { world } = await ann();
  const eve = member('e', 'Eve');
  await world.line.says({ type: 'member:joined', member: eve, now: NOW });
  const { session: writer, world: other } = await ben();
  writer.send('from Ben');
  await settle();
  await world.line.passesOn(eve.connectionId, NOW, /** @type {any} */ (other.line.sent[1]));
  assert.deepEqual(world.told('unreadable'), [
    { type: 'unreadable', username: 'Eve', newer: false },
  ]);
  assert.equal(world.told('message').length, 0);
});

test('a payload of a later version is told as such', async () => {
  const { world } = await ben();
  await world.line.passesOn(ANN.connectionId, NOW, Uint8Array.from([2, 3, 4]));
  assert.deepEqual(world.told('unreadable'), [
    { type: 'unreadable', username: 'Ann', newer: true },
  ]);
});
