/**
 * The lifetimes that a room is offered with.
 */

const USUAL = [60, 300, 900, 1800, 3600, 4 * 3600, 8 * 3600, 24 * 3600, 7 * 24 * 3600];

/**
 * @param {import('./api.js').Range} range what the relay allows, in seconds
 * @returns {number[]} seconds, ascending: the usual ones within the range, its ends, its default
 */
export function lifetimes({ min, max, default: usual }) {
  const within = USUAL.filter((seconds) => seconds > min && seconds < max);
  return [...new Set([min, ...within, usual, max])].sort((a, b) => a - b);
}
