/**
 * Tells of messages that come while the tab is hidden: by their number in its title, and by a tone
 * where one has asked for it.
 */
import { words } from '../language.js';
import { Chime } from './chime.js';

/**
 * @param {HTMLElement} soundBox the checkbox that turns the tone on
 * @param {AbortSignal} signal ends it
 * @returns {{ message: () => void }} to be told of every message of others
 */
export function unread(soundBox, signal) {
  const sound = /** @type {HTMLInputElement} */ (soundBox);
  const chime = new Chime();
  let count = 0;

  /** @param {number} now */
  function set(now) {
    count = now;
    document.title = count > 0 ? `(${count}) ${words.appName}` : words.appName;
  }

  document.addEventListener('visibilitychange', () => document.hidden || set(0), { signal });
  sound.addEventListener('change', () => {
    chime.turn(sound.checked);
    chime.ring();
  });
  signal.addEventListener('abort', () => chime.stop());

  return {
    message() {
      if (!document.hidden) return;
      set(count + 1);
      chime.ring();
    },
  };
}
