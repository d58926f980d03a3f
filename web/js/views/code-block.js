/**
 * A block of code that scrolls by itself and can be copied.
 */
import { words } from '../language.js';
import { revealed } from '../visible.js';
import { alert, status } from './announce.js';
import { stamp } from './template.js';

/** @param {import('../markup.js').CodeBlock} block */
export function codeBlock({ code, language }) {
  const { root, part } = stamp('code-block');
  // More than a word could pass for a sender and a time.
  part('language').textContent = /^[\w+#.-]{1,20}$/.test(language) ? language : '';
  part('code').textContent = revealed(code);
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
