/**
 * Whether there is a connection: always in view, and a way to hurry the next attempt.
 */
import { setWord } from './template.js';

/** @typedef {'connected' | 'reconnecting' | 'offline'} ConnectionState */

/**
 * @param {(name: string) => HTMLElement} part of the room's view
 * @param {() => void} onTryNow
 * @returns {(state: ConnectionState) => void} shows a state
 */
export function connectionState(part, onTryNow) {
  const button = part('try-now');
  button.addEventListener('click', onTryNow);
  return (state) => {
    setWord(part('connection'), state);
    part('connection').dataset.state = state;
    if (state === 'connected' && button === document.activeElement) part('box').focus();
    button.hidden = state !== 'reconnecting';
  };
}
