import { connect } from './socket.js';

/**
 * What a session needs of the outside world; tests bring their own.
 *
 * @typedef {object} World
 * @property {import('./socket.js').Connect} connect
 * @property {() => number} monotonic milliseconds
 * @property {() => number} random from 0 to 1, for pauses; nothing secret comes from it
 * @property {(run: () => void, ms: number) => unknown} setTimeout
 * @property {(timer: any) => void} clearTimeout
 */

/** @type {World} */
export const BROWSER = {
  connect,
  monotonic: () => performance.now(),
  random: Math.random,
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer),
};
