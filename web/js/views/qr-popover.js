/**
 * A popover with a QR code, which is drawn when it opens and gone when it closes.
 */
import { words } from '../language.js';
import { later } from '../later.js';
import { alert } from './announce.js';

/**
 * @param {HTMLElement} popover
 * @param {HTMLElement} picture where the code goes
 * @param {string} url
 */
export function qrPopover(popover, picture, url) {
  popover.addEventListener('beforetoggle', async (event) => {
    if (/** @type {ToggleEvent} */ (event).newState !== 'open') return picture.replaceChildren();
    try {
      const { qrCode } = await later((again) => import(`../qr.js${again}`));
      if (popover.isConnected) picture.replaceChildren(qrCode(url, words.qrCode));
    } catch {
      if (!popover.isConnected) return;
      popover.hidePopover();
      alert(words.qrFailed);
    }
  });
}
