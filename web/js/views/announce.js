/**
 * The page's one alert and its one status line, which screen readers read out.
 */

const STATUS_MS = 6000;

const alertLine = /** @type {HTMLElement} */ (document.getElementById('alert'));
const statusLine = /** @type {HTMLElement} */ (document.getElementById('status'));
/** @type {ReturnType<typeof setTimeout> | undefined} */
let statusTimer;

let lasting = '';

/** @param {string} text a failure, and what to do about it; empty takes it away */
export function alert(text) {
  alertLine.textContent = text || lasting;
  alertLine.hidden = alertLine.textContent === '';
}

/** @param {string} text what stays wrong, and shows whenever there is nothing else to tell */
export function lastingAlert(text) {
  lasting = text;
  alert('');
}

/** @param {string} text a success, shown for a moment */
export function status(text) {
  clearTimeout(statusTimer);
  statusLine.textContent = text;
  statusTimer = setTimeout(() => (statusLine.textContent = ''), STATUS_MS);
}
