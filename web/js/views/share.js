/**
 * The room's link: to read, to copy, to share, to scan, and to send apart from its key.
 */
import { words } from '../language.js';
import { alert } from './announce.js';
import { copyButton } from './copy-button.js';
import { invitation } from './invitation.js';
import { qrPopover } from './qr-popover.js';

/**
 * @typedef {object} Sharing
 * @property {(members: number) => void} present takes how many are in the room
 * @property {() => void} dispose takes the link out of the document
 */

/**
 * @param {(name: string) => HTMLElement} part of the room's view
 * @param {string} url the full link
 * @returns {Sharing}
 */
export function share(part, url) {
  const [keyless = '', key = ''] = url.split('#');
  /** @type {HTMLInputElement[]} */
  const fields = [];
  const copyable = (
    /** @type {string} */ name,
    /** @type {string} */ text,
    /** @type {Parameters<typeof copyButton>[2]} */ done,
  ) => {
    const field = /** @type {HTMLInputElement} */ (part(name));
    field.value = text;
    fields.push(field);
    copyButton(part(`copy-${name}`), field, done);
  };
  copyable('link', url, 'copied');
  copyable('keyless', keyless, 'keylessCopied');
  copyable('key', key, 'keyCopied');

  qrPopover(part('qr'), part('qr-picture'), url);

  part('native').hidden = !('share' in navigator);
  part('native').addEventListener('click', async () => {
    try {
      await navigator.share({ url });
    } catch (error) {
      // Who closes the sheet without choosing has not failed.
      if (/** @type {DOMException} */ (error).name !== 'AbortError') alert(words.shareFailed);
    }
  });

  // As far as it begins, and no further: the invitation's title shall stay.
  const apart = part('apart');
  apart.addEventListener('toggle', () => {
    apart.querySelector('p')?.scrollIntoView({ block: 'nearest' });
  });

  return {
    present: invitation(part('share'), part('invite')),
    dispose() {
      for (const field of fields) field.value = '';
      part('qr-picture').replaceChildren();
    },
  };
}
