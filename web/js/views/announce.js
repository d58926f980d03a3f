/**
 * The page's one alert and its one status line, which screen readers read out.
 */
import { languageChanges, words } from '../language.js';

const STATUS_MS = 6000;

const alertLine = /** @type {HTMLElement} */ (document.getElementById('alert'));
const statusLine = /** @type {HTMLElement} */ (document.getElementById('status'));
/** @type {ReturnType<typeof setTimeout> | undefined} */
let statusTimer;

/** @type {'' | 'connectionLost' | 'connectionOffline'} */
let lasting = '';

/** @param {string} text a failure, and what to do about it; empty takes it away */
export function alert(text) {
  alertLine.textContent = text || (lasting && words[lasting]);
  alertLine.hidden = alertLine.textContent === '';
}

/** @param {typeof lasting} name of the word for what stays wrong; it shows when nothing else does */
export function lastingAlert(name) {
  lasting = name;
  alert('');
}

/** @param {string} text a success, shown for a moment */
export function status(text) {
  clearTimeout(statusTimer);
  statusLine.textContent = text;
  statusTimer = setTimeout(() => (statusLine.textContent = ''), STATUS_MS);
}

languageChanges.addEventListener('change', () => {
  alert('');
  status('');
});
