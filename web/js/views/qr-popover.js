/**
 * A popover with a QR code, which is drawn when it opens and gone when it closes.
 */
import { words } from '../language.js';
import { alert } from './announce.js';

let again = '';

/**
 * @param {HTMLElement} popover
 * @param {HTMLElement} picture where the code goes
 * @param {string} url
 */
export function qrPopover(popover, picture, url) {
  popover.addEventListener('beforetoggle', async (event) => {
    if (/** @type {ToggleEvent} */ (event).newState !== 'open') return picture.replaceChildren();
    try {
      const { qrCode } = await import(`../qr.js${again}`);
      if (popover.isConnected) picture.replaceChildren(qrCode(url, words.qrCode));
    } catch {
      again += '?';
      if (!popover.isConnected) return;
      popover.hidePopover();
      alert(words.qrFailed);
    }
  });
}
