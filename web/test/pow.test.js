import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { solve } from '../js/pow.js';
import { Search } from '../js/search.js';
import { vectors } from './vectors.js';

class FakeWorker {
  /** @type {((event: { data: any }) => void) | null} */ onmessage = null;
  /** @type {(() => void) | null} */ onerror = null;
  /** @type {any} */ told = null;
  terminated = false;
  /** @param {any} data */
  postMessage(data) {
    this.told = data;
  }
  terminate() {
    this.terminated = true;
  }
}

function start(signal = new AbortController().signal) {
  const worker = new FakeWorker();
  /** @type {number[]} */
  const progress = [];
  const nonce = solve(
    { token: 'token', difficulty: 18 },
    {
      onProgress: (share) => progress.push(share),
      signal,
      newWorker: () => /** @type {any} */ (worker),
    },
  );
  return { worker, progress, nonce };
}

test('tells the chance that a search this long would have ended', async () => {
  const { worker, progress, nonce } = start();
  assert.deepEqual(worker.told, { token: 'token', difficulty: 18 });
  worker.onmessage?.({ data: { hashes: 0, nonce: null } });
  worker.onmessage?.({ data: { hashes: 2 ** 18 * Math.LN2, nonce: null } });
  worker.onmessage?.({ data: { hashes: 2 ** 22, nonce: '17' } });
  assert.equal(await nonce, '17');
  assert.equal(progress[0], 0);
  assert.ok(Math.abs((progress[1] ?? 0) - 0.5) < 1e-9);
  assert.ok((progress[2] ?? 0) > 0.99 && (progress[2] ?? 0) < 1);
  assert.ok(worker.terminated);
});

test('cancelling ends the worker', async () => {
  const cancel = new AbortController();
  const { worker, nonce } = start(cancel.signal);
  cancel.abort();
  await assert.rejects(nonce, { name: 'AbortError' });
  assert.ok(worker.terminated);
});

test('starts nothing once cancelled', async () => {
  await assert.rejects(start(AbortSignal.abort()).nonce, { name: 'AbortError' });
});

test('a worker that does not start is told', async () => {
  const { worker, nonce } = start();
  worker.onerror?.();
  await assert.rejects(nonce, /worker/);
});

for (const vector of vectors('pow').filter((each) => each.field('expect') === 'ok')) {
  test(`${vector.name}: our search keeps to the same rule`, () => {
    const token = vector.field('token');
    const difficulty = Math.min(12, Number(vector.field('difficulty')));
    const nonce = new Search(token, difficulty).run(1_000_000);
    const word = createHash('sha256').update(`${token}:${nonce}`).digest().readUInt32BE();
    assert.ok(word < 2 ** (32 - difficulty));
  });
}
