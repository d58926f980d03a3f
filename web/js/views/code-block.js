/**
 * A block of code that scrolls by itself and can be copied.
 */
import { words } from '../language.js';
import { alert, status } from './announce.js';
import { stamp } from './template.js';

/** @param {import('../markup.js').CodeBlock} block */
export function codeBlock({ code, language }) {
  const { root, part } = stamp('code-block');
  part('language').textContent = language;
  part('code').textContent = code;
  part('copy').addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(code);
      alert('');
      status(words.codeCopied);
    } catch {
      getSelection()?.selectAllChildren(part('code'));
      alert(words.codeCopyRefused);
    }
  });
  return root;
}
