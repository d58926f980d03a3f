/**
 * Who is in the room.
 */
import { words } from '../language.js';
import { say } from '../say.js';

/**
 * @typedef {object} Present
 * @property {import('../wire.js').Member[]} members
 * @property {string} self one's own connection id
 * @property {number} capacity
 */

/**
 * @param {(name: string) => HTMLElement} part of the room's view
 * @param {import('../hues.js').Hues} hues
 * @returns {(present: Present) => void} shows who is here now
 */
export function memberList(part, hues) {
  return ({ members, self, capacity }) => {
    part('places').textContent = say(words.places, { count: members.length, capacity });
    part('members').replaceChildren(
      ...members.map(({ connectionId, username, creator }) => {
        const item = document.createElement('li');
        item.dataset.hue = hues.of(connectionId);
        if (creator) item.append(creatorMark());
        item.append(connectionId === self ? say(words.you, { name: username }) : username);
        return item;
      }),
    );
  };
}

/** Its word is shown by the style sheet, so that a member's text stays the name alone. */
function creatorMark() {
  const mark = document.createElement('span');
  mark.className = 'creator';
  mark.role = 'img';
  mark.ariaLabel = words.creator;
  return mark;
}
