import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ANN, BEN, FakeWorld, NOW, ann, ben, member, opened, settle } from './fake-world.js';

test('a lost connection is told once, and rejoined with growing pauses', async () => {
  const { world, session } = await ann();
  await world.line.breaks();
  assert.deepEqual(world.told('lost'), [{ type: 'lost', unsent: [], offline: false }]);
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

test('after a connection that lasted the pauses begin anew', async () => {
  const { world } = await ann();
  await world.line.breaks();
  await world.passes(500);
  await world.line.breaks();
  await world.passes(1000);
  await world.line.lets(member('c', 'Cat'));
  await world.passes(30_000);
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
  assert.equal(world.told('message').at(-1)?.missing, 2);
});

test('what was sent and not heard back comes back to the box', async () => {
  const { world, session } = await ann();
  session.send('arrived');
  session.send('perhaps');
  session.send('perhaps not');
  await world.line.hears(ANN, 1, 'arrived');
  await world.line.breaks();
  assert.deepEqual(world.told('lost'), [{ type: 'lost', unsent: ['perhaps', 'perhaps not'], offline: false }]);
  await world.passes(500);
  await world.line.lets(member('c', 'Cat'));
  await world.line.breaks();
  assert.deepEqual(world.told('lost')[1], { type: 'lost', unsent: [], offline: false });
});

test('a connection that swallows messages is given up', async () => {
  const { world, session } = await ann();
  session.send('hello?');
  await world.passes(20_000);
  assert.ok(world.connections[0]?.closed);
  assert.deepEqual(world.told('lost')[0].unsent, ['hello?']);
});

test('a connection that swallows messages is given up, however often one sends', async () => {
  const { world, session } = await ann();
  session.send('hello?');
  await world.passes(15_000);
  session.send('anyone?');
  await world.passes(5_000);
  assert.deepEqual(world.told('lost')[0]?.unsent, ['hello?', 'anyone?']);
});

test('each echo grants the next one its full time', async () => {
  const { world, session } = await ann();
  session.send('one');
  session.send('two');
  await world.passes(15_000);
  await world.line.hears(ANN, 1, 'one');
  await world.passes(19_999);
  assert.equal(world.told('lost').length, 0);
  await world.passes(1);
  assert.deepEqual(world.told('lost')[0]?.unsent, ['two']);
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

test('the network’s end is told at once, and its return joins anew', async () => {
  const { world, session } = await ann();
  session.networkLost();
  assert.deepEqual(world.told('lost'), [{ type: 'lost', unsent: [], offline: true }]);
  assert.equal(session.send('not now'), false);
  session.retryNow();
  assert.equal(world.connections.length, 2);
  await world.line.lets(member('c', 'Cat'), [ANN, member('c', 'Cat')]);
  assert.equal(world.told('joined').length, 2);
  assert.deepEqual(
    world.told('members').at(-1)?.members.map((/** @type {any} */ { username }) => username),
    ['Cat'],
  );
});

test('who joins anew stays a member until then, for a room must not end by it', async () => {
  const { world, session } = await ann();
  session.networkLost();
  session.retryNow();
  assert.equal(world.connections[0]?.closed, false);
  await world.line.breaks();
  assert.equal(world.connections[0]?.closed, false);
  await world.passes(500);
  await world.line.lets(member('c', 'Cat'));
  assert.ok(world.connections[0]?.closed);
});

test('where one’s former connection fills the room it is closed for the next attempt', async () => {
  const { world, session } = await ann();
  session.woke();
  await world.line.says({ type: 'error', code: 'room-full', message: '' });
  assert.ok(world.connections[0]?.closed);
  await world.passes(500);
  await world.line.lets(member('c', 'Cat'));
  assert.equal(world.told('joined').length, 2);
});

test('what a given-up connection still brings is not heard, save that the room ended', async () => {
  const { world, session } = await ann();
  const former = world.line;
  session.woke();
  await former.hears(ANN, 1, 'late');
  await former.breaks();
  assert.equal(world.told('message').length, 0);
  assert.equal(world.connections.length, 2);
  await former.says({ type: 'room:expired', reason: 'ttl' });
  assert.equal(world.told('gone').length, 1);
});

test('what was not heard back before the network’s end comes back to the box', async () => {
  const { world, session } = await ann();
  session.send('perhaps');
  session.networkLost();
  session.retryNow();
  assert.deepEqual(world.told('lost').at(-1), { type: 'lost', unsent: ['perhaps'], offline: false });
});

test('who slept for longer than the relay waits joins anew, once', async () => {
  const { world, session } = await ann();
  session.woke();
  assert.equal(world.told('lost').length, 1);
  assert.equal(world.connections.length, 2);
  session.woke();
  assert.equal(world.connections.length, 2);
});

test('leaving closes the connection that was given up, too', async () => {
  const { world, session } = await ann();
  session.woke();
  session.leave();
  assert.ok(world.connections.every(({ closed }) => closed));
});

test('the network’s return ends the waiting', async () => {
  const { world, session } = await ann();
  session.networkLost();
  await world.line.breaks();
  assert.equal(world.told('lost').length, 2);
  session.retryNow();
  assert.equal(world.connections.length, 2);
  session.retryNow();
  await world.passes(500);
  assert.equal(world.connections.length, 2);
});

test('a message that cannot be handled breaks the connection, and the next one works', async () => {
  const { world, session } = await ann();
  world.failOn = 'arrived';
  await world.line.says({ type: 'member:joined', member: BEN, now: NOW });
  assert.equal(world.told('lost').length, 1);
  await world.passes(500);
  await world.line.lets(member('c', 'Cat'));
  assert.ok(session.send('hello'));
  await world.line.hears(member('c', 'Cat'), 1, 'hello');
  assert.equal(world.told('message').length, 1);
});

test('a text that cannot be sealed breaks the connection, and the next one works', async () => {
  const { world, session } = await ann();
  session.send('\ud800');
  await settle();
  assert.deepEqual(world.told('lost'), [{ type: 'lost', unsent: ['\ud800'], offline: false }]);
  await world.passes(500);
  await world.line.lets(member('c', 'Cat'));
  session.send('hello');
  await settle();
  assert.equal(world.line.sent.length, 2);
});

test('a first answer that cannot be handled ends the session, and says so', async () => {
  const world = new FakeWorld();
  world.failOn = 'joined';
  await world.start();
  await world.line.lets(ANN);
  assert.deepEqual(world.events.at(-1), { type: 'refused', code: 'failed' });
  assert.equal(world.timers, 0);
});
