/**
 * Makes a room: proof of work, the relay's room, our key.
 */
import { challenge, createRoom, redeem } from './api.js';
import { encode } from './base64url.js';
import { newKey } from './payload.js';
import { ownBase } from './paths.js';
import { solve } from './pow.js';

/**
 * @param {{ ttl: number, capacity: number }} settings seconds, members
 * @param {{ onProgress: (share: number) => void, signal: AbortSignal }} options
 * @returns {Promise<import('./link.js').RoomLink>}
 */
export async function create(settings, { onProgress, signal }) {
  const task = await challenge(signal);
  const nonce = await solve(task, { onProgress, signal });
  const { sessionToken } = await redeem(task.token, nonce, signal);
  const { roomId, roomSecret } = await createRoom(sessionToken, settings, signal);
  return {
    base: ownBase(),
    roomId,
    key: encode(newKey()),
    secret: roomSecret,
  };
}
