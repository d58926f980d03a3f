/**
 * Puts values into the words of the present language, and writes numbers, times and durations as
 * it does.
 */
import { direction, language } from './language.js';

/** @typedef {import('./language.js').Counted} Counted */

/**
 * @param {string | Counted} text
 * @param {Record<string, string | number>} values by name; `count` chooses among plural forms
 * @returns {string}
 */
export function say(text, values) {
  const form = typeof text === 'string' ? text : plural(text, Number(values['count']));
  return form.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = values[name];
    return typeof value === 'number' ? integer(value) : isolate(value ?? whole);
  });
}

/** @param {Counted} forms @param {number} count */
const plural = (forms, count) =>
  forms[new Intl.PluralRules(language()).select(count)] ?? forms.other;

/** All numbers have the digits that the timer shows. */
const numberingSystem = 'latn';

/** @param {number} value */
const integer = (value) => new Intl.NumberFormat(language(), { numberingSystem }).format(value);

/**
 * Keeps a value, a name for one, from turning the sentence around it (UAX #9, isolates).
 *
 * @param {string} value
 */
const isolate = (value) => (direction() === 'rtl' ? `\u2068${value}\u2069` : value);

const UNITS = /** @type {const} */ ([
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
]);

/**
 * @param {number} seconds whole
 * @returns {string} such as “15 minutes”, in the largest unit that leaves no rest
 */
export function duration(seconds) {
  const [unit, length] = UNITS.find(([, each]) => seconds % each === 0) ?? UNITS[2];
  return new Intl.NumberFormat(language(), {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    numberingSystem,
  }).format(seconds / length);
}

/**
 * @param {number} at ms since the Unix epoch
 * @returns {string} hours and minutes, as is usual where the reader lives
 */
export const timeOfDay = (at) => dateTime(at, { hour: '2-digit', minute: '2-digit' });

/**
 * @param {number} at ms since the Unix epoch
 * @returns {string} the day of the week and of the month
 */
export const dayOf = (at) => dateTime(at, { weekday: 'long', day: 'numeric', month: 'long' });

/** @param {number} at @param {Intl.DateTimeFormatOptions} parts */
function dateTime(at, parts) {
  const region = navigator.languages.find((tag) => tag.split('-')[0] === language());
  return new Intl.DateTimeFormat(region ?? language(), { ...parts, numberingSystem }).format(at);
}

/**
 * @param {number} ms
 * @returns {string} such as 1:00:00, 59:59 or 0:07
 */
export function countdown(ms) {
  const seconds = Math.ceil(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
