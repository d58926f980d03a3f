/**
 * How long a room is to live: a choice of usual times, and any other that the relay allows.
 */
import { words } from '../language.js';
import { lifetimes } from '../lifetimes.js';
import { duration, say } from '../say.js';

const OTHER = 'other';

/** @param {(name: string) => HTMLElement} part of the home view */
export function lifetimeField(part) {
  const select = /** @type {HTMLSelectElement} */ (part('lifetime'));
  const amount = /** @type {HTMLInputElement} */ (part('lifetime-amount'));
  const unit = /** @type {HTMLSelectElement} */ (part('lifetime-unit'));
  const other = part('lifetime-other');
  /** @type {import('../api.js').Range | undefined} */
  let allowed;

  const value = () =>
    select.value === OTHER ? Number(amount.value) * Number(unit.value) : Number(select.value);

  /** Writes the choices in the present language. */
  function label() {
    for (const option of select.options) {
      option.text = option.value === OTHER ? words.otherLifetime : duration(Number(option.value));
    }
  }

  select.addEventListener('change', () => {
    other.hidden = select.value !== OTHER;
    if (!other.hidden) amount.focus();
  });

  return {
    label,
    /** @param {import('../api.js').Range} range what the relay allows, in seconds */
    offer(range) {
      allowed = range;
      select.replaceChildren(
        ...lifetimes(range).map(
          (seconds) => new Option('', String(seconds), false, seconds === range.default),
        ),
        new Option('', OTHER),
      );
      label();
      select.disabled = false;
    },
    /** @returns {number} seconds */
    value,
    /** @returns {string} what is wrong with the time that was typed; empty where nothing is */
    complaint() {
      if (!allowed || select.value !== OTHER) return '';
      const { min, max } = allowed;
      if (Number.isInteger(value()) && value() >= min && value() <= max) return '';
      return say(words.lifetimeRange, { min: duration(min), max: duration(max) });
    },
  };
}
