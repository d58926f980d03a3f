/**
 * The room's link: to read, to copy, to scan.
 */
import { words } from '../language.js';
import { alert, status } from './announce.js';

/**
 * @param {(name: string) => HTMLElement} part of the room's view
 * @param {string} url the full link
 * @returns {() => void} takes the link out of the document
 */
export function share(part, url) {
  const field = /** @type {HTMLInputElement} */ (part('link'));
  const popover = part('qr');
  const picture = part('qr-picture');
  field.value = url;
  field.addEventListener('focus', () => field.select());

  part('copy').addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(url);
      alert('');
      status(words.copied);
    } catch {
      field.focus();
      alert(words.copyRefused);
    }
  });

  popover.addEventListener('beforetoggle', async (event) => {
    if (/** @type {ToggleEvent} */ (event).newState !== 'open') return picture.replaceChildren();
    try {
      const { qrCode } = await import('../qr.js');
      if (popover.isConnected) picture.replaceChildren(qrCode(url, words.qrCode));
    } catch {
      if (!popover.isConnected) return;
      popover.hidePopover();
      alert(words.qrFailed);
    }
  });

  return () => {
    field.value = '';
    picture.replaceChildren();
  };
}
