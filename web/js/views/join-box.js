/**
 * A box to paste a link or a key into. What is wrong with it is told, and it stays in the box.
 */
import { alert } from './announce.js';
import { setWord } from './template.js';

/** @typedef {keyof typeof import('../language.js').words.pasteFaults} PasteFault */

/**
 * Joins by what was pasted.
 *
 * @callback OnPasted
 * @param {string} text
 * @returns {PasteFault | null} what is wrong with it; null when it leads on
 */

/**
 * @param {HTMLElement} form
 * @param {HTMLElement} fieldElement
 * @param {HTMLElement} wrong the alert that says what is wrong
 * @param {OnPasted} onPasted
 */
export function joinBox(form, fieldElement, wrong, onPasted) {
  const field = /** @type {HTMLInputElement} */ (fieldElement);

  /** @param {PasteFault} fault */
  function complain(fault) {
    alert('');
    setWord(wrong, `pasteFaults.${fault}`);
    wrong.hidden = false;
    wrong.classList.add('wrong');
    field.setAttribute('aria-invalid', 'true');
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const fault = onPasted(field.value);
    if (fault) {
      complain(fault);
      field.focus();
    } else {
      field.value = '';
    }
  });
  field.addEventListener('input', () => {
    if (!field.hasAttribute('aria-invalid')) return;
    field.removeAttribute('aria-invalid');
    wrong.hidden = true;
  });

  return {
    /** @param {string} text that was pasted before @param {PasteFault} fault */
    refuse(text, fault) {
      field.value = text;
      complain(fault);
    },
  };
}
