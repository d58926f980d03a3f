/**
 * A button that copies what stands in a field.
 */
import { words } from '../language.js';
import { alert, status } from './announce.js';

/**
 * @param {HTMLElement} button
 * @param {HTMLInputElement} field
 * @param {'copied' | 'keylessCopied' | 'keyCopied'} done names what to say when it is copied
 */
export function copyButton(button, field, done) {
  field.addEventListener('focus', () => field.select());
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      alert('');
      status(words[done]);
    } catch {
      field.focus();
      alert(words.copyRefused);
    }
  });
}
