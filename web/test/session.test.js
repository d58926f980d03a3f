import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../js/base64url.js';
import { importKey, open } from '../js/payload.js';
import { ANN, BEN, FakeWorld, LINK, NOW, atWork, member, sealed, settle } from './fake-world.js';

/** Ann, who made the room, and is in it. */
async function ann() {
  const world = new FakeWorld();
  const session = await world.start();
  await world.line.lets(ANN);
  return { world, session };
}

/** Ben, who came second. */
async function ben() {
  const world = new FakeWorld();
  const session = await world.start();
  await world.line.lets(BEN, [ANN, BEN]);
  return { world, session };
}

/** @param {any} payload @param {string} connectionId */
async function opened(payload, connectionId) {
  const key = await importKey(decode(LINK.key) ?? new Uint8Array());
  return open(key, { roomId: LINK.roomId, connectionId }, payload);
}

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

test('tells of messages that are missing, and passes over repeated ones', async () => {
  const { world } = await ann();
  await world.line.says({ type: 'member:joined', member: BEN, now: NOW });
  await world.line.hears(BEN, 3, 'third');
  await world.line.hears(BEN, 3, 'third');
  await world.line.hears(BEN, 2, 'second');
  await world.line.hears(BEN, 4, 'fourth');
  assert.deepEqual(world.told('gap'), [{ type: 'gap', username: 'Ben', missing: 2 }]);
  assert.deepEqual(
    world.told('message').map(({ text }) => text),
    ['third', 'fourth'],
  );
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

test('a lost connection is told once, and rejoined with growing pauses', async () => {
  const { world, session } = await ann();
  await world.line.breaks();
  assert.deepEqual(world.told('lost'), [{ type: 'lost', unsent: [] }]);
  assert.equal(session.send('not now'), false);
  assert.equal(session.purge(), false);
  for (const pause of [500, 1000, 2000, 4000, 8000, 15_000, 15_000]) {
    const before = world.connections.length;
    await world.passes(pause - 1);
    assert.equal(world.connections.length, before, `too early, before ${pause}`);
    await world.passes(1);
    assert.equal(world.connections.length, before + 1, `after ${pause}`);
    await world.line.breaks();
  }
  assert.equal(world.told('lost').length, 1);
});

test('after a rejoin the pauses begin anew', async () => {
  const { world } = await ann();
  await world.line.breaks();
  await world.passes(500);
  await world.line.breaks();
  await world.passes(1000);
  await world.line.lets(member('c', 'Cat'));
  await world.line.breaks();
  await world.passes(500);
  assert.equal(world.connections.length, 4);
});

test('after a rejoin it is somebody else, counts from 1, and is not its former self', async () => {
  const { world, session } = await ann();
  session.send('one');
  await world.line.hears(ANN, 1, 'one');
  await world.line.breaks();
  await world.passes(500);
  const again = member('c', 'Cat');
  await world.line.lets(again, [ANN, BEN, again]);
  assert.deepEqual(world.told('joined')[1], {
    type: 'joined',
    again: true,
    username: 'Cat',
    creator: false,
  });
  const { members, self } = world.told('members').at(-1);
  assert.deepEqual(members, [BEN, again]);
  assert.equal(self, again.connectionId);
  session.send('two');
  await settle();
  assert.deepEqual(await opened(world.line.sent[1], again.connectionId), {
    counter: 1,
    text: 'two',
  });
  await world.line.says({ type: 'member:left', member: ANN, now: NOW });
  assert.equal(world.told('departed').length, 0);
});

test('after a rejoin it tells what was said meanwhile and missed', async () => {
  const { world } = await ben();
  await world.line.hears(ANN, 7, 'heard');
  await world.line.breaks();
  await world.passes(500);
  const again = member('c', 'Cat');
  await world.line.lets(again, [ANN, again]);
  await world.line.hears(ANN, 10, 'heard again');
  assert.equal(world.told('gap')[0].missing, 2);
});

test('what was sent and not heard back comes back to the box', async () => {
  const { world, session } = await ann();
  session.send('arrived');
  session.send('perhaps');
  session.send('perhaps not');
  await world.line.hears(ANN, 1, 'arrived');
  await world.line.breaks();
  assert.deepEqual(world.told('lost'), [{ type: 'lost', unsent: ['perhaps', 'perhaps not'] }]);
  await world.passes(500);
  await world.line.lets(member('c', 'Cat'));
  await world.line.breaks();
  assert.deepEqual(world.told('lost')[1], { type: 'lost', unsent: [] });
});

test('a connection that swallows messages is given up', async () => {
  const { world, session } = await ann();
  session.send('hello?');
  await world.passes(20_000);
  assert.ok(world.connections[0]?.closed);
  assert.deepEqual(world.told('lost')[0].unsent, ['hello?']);
});

test('silence alone is no loss', async () => {
  const { world, session } = await ann();
  session.send('hello');
  await world.line.hears(ANN, 1, 'hello');
  await world.passes(50_000);
  assert.equal(world.told('lost').length, 0);
  assert.equal(world.timers, 0);
});

test('a connection that answers nothing is given up', async () => {
  const world = new FakeWorld();
  await world.start();
  await world.passes(20_000);
  assert.deepEqual(world.events, [{ type: 'refused', code: 'unreachable' }]);
});

test('a full room is waited for after a loss: one’s own dead connection may fill it', async () => {
  const { world } = await ann();
  await world.line.breaks();
  await world.passes(500);
  await world.line.says({ type: 'error', code: 'room-full', message: '' });
  assert.ok(world.line.closed);
  await world.passes(1000);
  await world.line.lets(member('c', 'Cat'));
  assert.equal(world.told('joined').length, 2);
});

test('the network’s end is told at once, and a connection that survives it is kept', async () => {
  const { world, session } = await ann();
  session.networkLost();
  assert.equal(world.told('lost').length, 1);
  assert.equal(session.send('not now'), false);
  session.retryNow();
  assert.equal(world.told('back').length, 1);
  assert.ok(session.send('now'));
  assert.equal(world.connections.length, 1);
});

test('the network’s return ends the waiting', async () => {
  const { world, session } = await ann();
  session.networkLost();
  await world.line.breaks();
  assert.equal(world.told('lost').length, 1);
  session.retryNow();
  assert.equal(world.connections.length, 2);
  session.retryNow();
  await world.passes(500);
  assert.equal(world.connections.length, 2);
});

for (const [code, event] of /** @type {[string, any][]} */ ([
  ['room-not-found', { type: 'gone', reason: 'not-found' }],
  ['room-expired', { type: 'gone', reason: 'expired' }],
  ['room-full', { type: 'refused', code: 'room-full' }],
  ['bad-secret', { type: 'refused', code: 'bad-secret' }],
  ['overloaded', { type: 'refused', code: 'overloaded' }],
])) {
  test(`a first join answered with ${code} ends the session`, async () => {
    const world = new FakeWorld();
    await world.start();
    await world.line.says({ type: 'error', code, message: '' });
    assert.deepEqual(world.events, [event]);
    assert.ok(world.line.closed);
    assert.equal(world.timers, 0);
  });
}

for (const [code, event] of /** @type {[number, any][]} */ ([
  [4000, { type: 'gone', reason: 'expired' }],
  [4001, { type: 'gone', reason: 'purged' }],
])) {
  test(`a close ${code} without a word before it says enough`, async () => {
    const { world } = await ann();
    await world.line.breaks(code);
    assert.deepEqual(world.events.at(-1), event);
  });
}

for (const [wire, reason] of [
  ['ttl', 'expired'],
  ['purged', 'purged'],
]) {
  test(`room:expired (${wire}) ends it, and nothing of it comes after`, async () => {
    const { world, session } = await ben();
    session.send('unheard');
    const late = world.line.passesOn(ANN.connectionId, NOW, await sealed(ANN.connectionId, 1, 'x'));
    while (atWork.size === 0) await Promise.resolve();
    world.line.listener.text(JSON.stringify({ type: 'room:expired', reason: wire }));
    await late;
    assert.deepEqual(world.events.at(-1), { type: 'gone', reason });
    assert.equal(world.told('message').length, 0);
    assert.ok(world.line.closed);
    assert.equal(world.timers, 0);
    assert.equal(session.send('more'), false);
  });
}

test('leaving closes the connection and ends all waiting, silently', async () => {
  const { world, session } = await ann();
  await world.line.breaks();
  const before = world.events.length;
  session.leave();
  assert.equal(world.timers, 0);
  session.retryNow();
  await world.passes(60_000);
  assert.equal(world.connections.length, 1);
  assert.equal(world.events.length, before);
});

test('a refused purge changes nothing', async () => {
  const { world, session } = await ben();
  assert.ok(session.purge());
  assert.equal(world.line.sent[1], '{"type":"room:purge"}');
  const before = world.events.length;
  await world.line.says({ type: 'error', code: 'not-creator', message: '' });
  assert.equal(world.events.length, before);
  assert.ok(session.send('still here'));
});
