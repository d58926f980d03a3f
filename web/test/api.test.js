import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import { ApiError, challenge, createRoom, limits, redeem } from '../js/api.js';

const SIGNAL = new AbortController().signal;

/** @param {() => Response | Promise<Response>} answer */
function relay(answer) {
  const asked = mock.method(globalThis, 'fetch', async () => answer());
  return () => /** @type {any} */ (asked.mock.calls[0]?.arguments);
}

afterEach(() => mock.restoreAll());

test('asks without cookies, caches and redirects', async () => {
  const asked = relay(() => Response.json({ maxMessageBytes: 1 }));
  assert.deepEqual(await limits(), { maxMessageBytes: 1 });
  const [path, { credentials, cache, redirect }] = asked();
  assert.deepEqual(
    [path, credentials, cache, redirect],
    ['/api/limits', 'omit', 'no-store', 'error'],
  );
});

test('redeems with a body', async () => {
  const asked = relay(() => Response.json({ sessionToken: 's' }));
  await redeem('t', '17', SIGNAL);
  const [path, { method, headers, body }] = asked();
  assert.deepEqual(
    [path, method, headers, body],
    [
      '/api/pow-redeem',
      'POST',
      { 'Content-Type': 'application/json' },
      '{"token":"t","nonce":"17"}',
    ],
  );
});

test('creates with the session token in a header, never in the address', async () => {
  const asked = relay(() => Response.json({ roomId: 'r' }));
  await createRoom('token', { ttl: 60, capacity: 3 }, SIGNAL);
  const [path, { method, headers, body }] = asked();
  assert.deepEqual(
    [path, method, headers, body],
    ['/api/create-room?ttl=60&capacity=3', 'POST', { Authorization: 'Bearer token' }, undefined],
  );
});

test('tells the status of a refusal', async () => {
  relay(() => Response.json({ status: 503, detail: 'full' }, { status: 503 }));
  await assert.rejects(
    challenge(SIGNAL),
    (error) => error instanceof ApiError && error.status === 503,
  );
  mock.restoreAll();
  relay(() => new Response('<html>Bad Gateway', { status: 502 }));
  await assert.rejects(challenge(SIGNAL), { status: 502 });
});

test('an answer that is none counts as none', async () => {
  relay(() => Promise.reject(new TypeError('no network')));
  await assert.rejects(challenge(SIGNAL), { status: 0 });
  mock.restoreAll();
  relay(() => new Response('welcome to our hotel'));
  await assert.rejects(challenge(SIGNAL), { status: 0 });
});

test('a cancelled request is cancelled, not failed', async () => {
  const cancel = new AbortController();
  relay(() => {
    cancel.abort();
    return Promise.reject(cancel.signal.reason);
  });
  await assert.rejects(challenge(cancel.signal), { name: 'AbortError' });
});
