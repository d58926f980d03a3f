/**
 * The message box. What is typed stays in it until it could be sent.
 */
import { words } from '../language.js';
import { maxTextBytes, textBytes } from '../payload.js';
import { say } from '../say.js';
import { alert } from './announce.js';

/**
 * @param {HTMLElement} boxElement
 * @param {HTMLElement} sendButton
 * @param {import('../session.js').Session} session
 * @param {() => number} maxMessageBytes what the relay takes
 */
export function composer(boxElement, sendButton, session, maxMessageBytes) {
  const box = /** @type {HTMLTextAreaElement} */ (boxElement);
  /** Whether the alert is ours to take away. */
  let complained = false;

  /** @param {string} text */
  function complain(text) {
    alert(text);
    complained = true;
  }

  function send() {
    // Typed or pasted halves of a surrogate pair have no UTF-8.
    const text = box.value.toWellFormed();
    box.focus();
    if (text.trim() === '') return;
    const bytes = textBytes(text);
    const most = maxTextBytes(maxMessageBytes());
    if (bytes > most) complain(say(words.tooLong, { count: bytes - most, size: bytes, most }));
    else if (session.send(text)) box.value = '';
    else complain(words.notConnected);
  }

  sendButton.addEventListener('click', send);
  box.addEventListener('keydown', (event) => {
    // While an input method composes, Enter chooses a word; 229 is how Safari says so.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229)
      return;
    event.preventDefault();
    send();
  });
  box.addEventListener('input', () => {
    if (complained) alert('');
    complained = false;
  });

  return {
    /** Ready to type, save where that would bring up a keyboard over the page. */
    focus() {
      if (matchMedia('(hover: hover)').matches) box.focus();
    },
    /** @param {string[]} texts that may not have arrived; they go in front of what is typed */
    restore(texts) {
      box.value = [...texts, box.value].filter((text) => text !== '').join('\n');
    },
    clear() {
      box.value = '';
    },
  };
}
