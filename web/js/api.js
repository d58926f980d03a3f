/**
 * The relay's HTTP endpoints. See spec/protocol.md, section 3.
 */
import { apiPath } from './paths.js';

const TIMEOUT_MS = 15_000;

/** @typedef {{ min: number, max: number, default: number }} Range */

/**
 * @typedef {object} Limits
 * @property {Range} ttl seconds
 * @property {Range} capacity members
 * @property {number} maxMessageBytes
 */

/** An answer that is no success: `status` is that of HTTP, or 0 where none came. */
export class ApiError extends Error {
  /**
   * @param {number} status
   * @param {string} [detail]
   */
  constructor(status, detail = '') {
    super(`status ${status} ${detail}`);
    this.status = status;
  }
}

/**
 * @param {AbortSignal} [signal]
 * @returns {Promise<Limits>}
 */
export const limits = (signal) => call('limits', { signal });

/**
 * @param {AbortSignal} signal
 * @returns {Promise<{ token: string, difficulty: number }>}
 */
export const challenge = (signal) => call('pow-challenge', { signal });

/**
 * @param {string} token
 * @param {string} nonce
 * @param {AbortSignal} signal
 * @returns {Promise<{ sessionToken: string }>}
 */
export const redeem = (token, nonce, signal) =>
  call('pow-redeem', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token, nonce }),
    signal,
  });

/**
 * @param {string} sessionToken
 * @param {{ ttl: number, capacity: number }} settings seconds, members
 * @param {AbortSignal} signal
 * @returns {Promise<{ roomId: string, roomSecret: string }>}
 */
export const createRoom = (sessionToken, { ttl, capacity }, signal) =>
  call(`create-room?ttl=${ttl}&capacity=${capacity}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${sessionToken}` },
    signal,
  });

/**
 * @param {string} name
 * @param {{ method?: string, headers?: Record<string, string>, body?: string,
 *   signal?: AbortSignal | undefined }} request
 * @returns {Promise<any>} rejects with an {@link ApiError}, or with the signal's reason
 */
async function call(name, { signal, ...request }) {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  /** @type {RequestInit} */
  const init = {
    ...request,
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
  };
  let response;
  let body;
  try {
    response = await fetch(apiPath(name), init);
    body = await response.json();
  } catch {
    signal?.throwIfAborted();
    throw new ApiError(response === undefined || response.ok ? 0 : response.status);
  }
  if (!response.ok) throw new ApiError(response.status, body?.detail);
  return body;
}
