/**
 * What a session tells:
 * - `joined`: also after each rejoin, then with `again`; `members` always comes right behind it
 * - `members`: who is in the room now, oneself included
 * - `arrived`, `departed`: another member came or went
 * - `message`: a text; `at` is the relay's time in ms
 * - `unreadable`: a message that cannot be opened; `newer` where the sender's client is newer
 * - `gap`: so many messages of `username` are missing
 * - `lost`: the connection broke; `unsent` are one's own texts that were perhaps not delivered
 * - `back`: the network is back, and the connection had survived
 * - `refused`: the first join failed; a code of the relay, or `unreachable`. The session is over
 * - `gone`: the room is gone: `expired`, `purged` or `not-found`. The session is over
 *
 * @typedef {{ type: 'joined', again: boolean, username: string, creator: boolean }
 *   | { type: 'members', members: import('./wire.js').Member[], self: string, capacity: number }
 *   | { type: 'arrived' | 'departed', member: import('./wire.js').Member }
 *   | { type: 'message', sender: string, own: boolean, username: string, at: number, text: string }
 *   | { type: 'unreadable', username: string, newer: boolean }
 *   | { type: 'gap', username: string, missing: number }
 *   | { type: 'lost', unsent: string[] }
 *   | { type: 'back' }
 *   | { type: 'refused', code: string }
 *   | { type: 'gone', reason: 'expired' | 'purged' | 'not-found' }} SessionEvent
 */

export {};
