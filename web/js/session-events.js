/**
 * What a session tells:
 * - `joined`: also after each rejoin, then with `again`; `members` always comes right behind it
 * - `members`: who is in the room now, oneself included
 * - `arrived`, `departed`: another member came or went; `at` is the relay's time in ms
 * - `message`: a text; `at` is the relay's time in ms, `missing` how many of its sender's messages
 *   did not come before it
 * - `repeated`: a message whose counter did not increase; its text is not told
 * - `unreadable`: a message that cannot be opened; `newer` where the sender's client is newer
 * - `lost`: the connection broke; `unsent` are one's own texts that were perhaps not delivered,
 *   `offline` where the device says that it has no network
 * - `refused`: the first join failed; a code of the relay, or `unreachable`. The session is over
 * - `gone`: the room is gone: `expired`, `purged` or `not-found`. The session is over
 *
 * @typedef {{ type: 'joined', again: boolean, username: string, creator: boolean }
 *   | { type: 'members', members: import('./wire.js').Member[], self: string, capacity: number }
 *   | { type: 'arrived' | 'departed', member: import('./wire.js').Member, at: number }
 *   | { type: 'message', sender: string, own: boolean, username: string, at: number,
 *       text: string, missing: number }
 *   | { type: 'repeated', username: string }
 *   | { type: 'unreadable', username: string, newer: boolean }
 *   | { type: 'lost', unsent: string[], offline: boolean }
 *   | { type: 'refused', code: string }
 *   | { type: 'gone', reason: 'expired' | 'purged' | 'not-found' }} SessionEvent
 */

export {};
