import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ANN, FakeWorld, NOW, ann, atWork, ben, sealed } from './fake-world.js';

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
