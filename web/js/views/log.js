/**
 * The messages of a room, and notes between them.
 */
import { Grouping } from '../grouping.js';
import { direction, language, words } from '../language.js';
import { dayOf, say, timeOfDay } from '../say.js';
import { messageEntry } from './message.js';
import { scroller } from './scroller.js';

/** Older entries go, so that a room of many hours does not fill the memory. */
const MOST_ENTRIES = 1000;

/**
 * @param {HTMLElement} log
 * @param {HTMLElement} jump the button that leads to the newest entry
 * @param {AbortSignal} signal ends it
 */
export function messageLog(log, jump, signal) {
  const scroll = scroller(log, jump, signal);
  const grouping = new Grouping();

  /** @param {HTMLElement[]} entries */
  function add(...entries) {
    log.append(...entries);
    while (log.childElementCount > MOST_ENTRIES) log.firstElementChild?.remove();
  }

  /** @param {string} text @param {string} className */
  function note(text, className) {
    const entry = document.createElement('p');
    entry.className = className;
    // It stays as it was told when the language changes.
    entry.lang = language();
    entry.dir = direction();
    entry.textContent = text;
    return entry;
  }

  /** The newest note, and how often it has been told in a row. */
  let last = { text: '', times: 0, entry: /** @type {Element | null} */ (null) };

  /** @param {string} text @param {string} className */
  function addNote(text, className) {
    grouping.interrupt();
    if (last.text === text && last.entry === log.lastElementChild && last.entry) {
      last.times++;
      last.entry.textContent = `${text} (×${last.times})`;
      return;
    }
    last = { text, times: 1, entry: note(text, className) };
    scroll.grow(() => add(/** @type {HTMLElement} */ (last.entry)));
  }

  return {
    /** @param {string} text @param {number} [at] ms since the Unix epoch, where the time matters */
    note: (text, at) => addNote(at ? `${text} ${timeOfDay(at)}` : text, 'note'),

    /** @param {string} text */
    warn: (text) => addNote(text, 'note warning'),

    /**
     * @param {import('./message.js').Message & { sender: string, missing: number }} message
     *   `sender` is its connection; so many of its messages got lost before this one
     */
    message(message) {
      const { missing, username: name } = message;
      if (missing > 0) this.warn(say(words.gap, { count: missing, name }));
      const { follows, sameMinute, newDay } = grouping.next(message.sender, message.at);
      const entry = messageEntry(message, scroll.turn);
      entry.root.classList.toggle('follows', follows);
      entry.root.classList.toggle('same-minute', sameMinute);
      if (message.own) scroll.toEnd();
      scroll.grow(() => {
        if (newDay) add(note(dayOf(message.at), 'note day'));
        add(entry.root);
        entry.fold();
      });
      scroll.count();
    },
  };
}
