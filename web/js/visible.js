/**
 * Keeps a text from looking like what it is not.
 */

/** Marks on one letter; no writing needs more (UAX #15, "Stream-Safe Text Format", allows 30). */
const PILED = /(\p{M}{12})\p{M}+/gu;

/** Without a picture of their own, or turning what stands around them. */
const INVISIBLE = /[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\ufeff]/g;

/**
 * @param {string} text
 * @returns {string} without the marks that would be piled over other messages
 */
export const unpiled = (text) => text.replace(PILED, '$1');

/**
 * @param {string} code
 * @returns {string} with a name in place of each character that cannot be seen, for code is run as
 *   it is and not as it looks
 */
export const revealed = (code) =>
  code.replace(
    INVISIBLE,
    (character) => `⟨U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  );
