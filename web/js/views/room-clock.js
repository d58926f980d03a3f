/**
 * The time that the room has left.
 */
import { countdown } from '../say.js';

const TICK_MS = 200;

/**
 * @param {HTMLElement} timer
 * @param {() => number} remaining milliseconds
 * @param {number[]} calls whole seconds
 * @param {(seconds: number) => void} onCall told when so much time is left as one of the calls says
 * @returns {{ tick: () => void, stop: () => void }}
 */
export function roomClock(timer, remaining, calls, onCall) {
  function tick() {
    const text = countdown(remaining());
    if (timer.textContent === text) return;
    timer.textContent = text;
    const call = calls.find((seconds) => text === countdown(seconds * 1000));
    if (call !== undefined) onCall(call);
  }
  const ticking = setInterval(tick, TICK_MS);
  return { tick, stop: () => clearInterval(ticking) };
}
