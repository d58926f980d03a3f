/**
 * How many people a room is for.
 */
import { words } from '../language.js';
import { say } from '../say.js';

/** @param {(name: string) => HTMLElement} part of the home view */
export function participantsField(part) {
  const select = /** @type {HTMLSelectElement} */ (part('participants'));

  /** Writes the choices in the present language. */
  function label() {
    for (const option of select.options) {
      option.text = say(words.people, { count: Number(option.value) });
    }
  }

  return {
    label,
    /** @param {import('../api.js').Range} range what the relay allows */
    offer({ min, max, default: usual }) {
      const counts = Array.from({ length: max - min + 1 }, (_, i) => min + i);
      select.replaceChildren(
        ...counts.map((count) => new Option('', String(count), false, count === usual)),
      );
      label();
      select.disabled = false;
    },
    value: () => Number(select.value),
  };
}
