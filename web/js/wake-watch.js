/**
 * Notices that the device slept: time went on, and nothing here did.
 */

const TICK_MS = 5000;
/**
 * The relay drops who has been silent for a minute; browsers let a hidden page run but once a
 * minute, which is no sleep.
 */
const ASLEEP_MS = 90_000;

/**
 * @param {() => void} onWake told when the device has slept for longer than the relay waits
 * @param {AbortSignal} signal ends the watch
 */
export function watchForWaking(onWake, signal) {
  // Monotonic clocks stand still while some devices sleep.
  let last = Date.now();
  const ticking = setInterval(() => {
    const slept = Date.now() - last;
    last += slept;
    if (slept > ASLEEP_MS) onWake();
  }, TICK_MS);
  signal.addEventListener('abort', () => clearInterval(ticking));
}
