/**
 * A room, as its member sees it: puts its parts together and brings them what the session tells.
 */
import { Hues } from '../hues.js';
import * as say from '../strings.js';
import { words } from '../strings.js';
import { alert, lastingAlert } from './announce.js';
import { composer } from './composer.js';
import { exitGuard } from './exit-guard.js';
import { messageLog } from './log.js';
import { share } from './share.js';
import { stamp } from './template.js';

const TICK_MS = 200;
/** When the log says how much time is left, in seconds. */
const LAST_CALLS = [300, 60];

/** @typedef {import('../session-events.js').SessionEvent} SessionEvent */

/**
 * @template {SessionEvent['type']} T
 * @typedef {Extract<SessionEvent, { type: T }>} Told
 */

/**
 * @typedef {object} RoomView
 * @property {HTMLElement} root
 * @property {(event: SessionEvent) => void} tell
 * @property {() => void} dispose stops its clock and empties it
 */

/**
 * @param {import('../session.js').Session} session
 * @param {object} room
 * @param {string} room.url the full link
 * @param {number} room.maxMessageBytes
 * @param {boolean} room.exposed whether the key has been sent to the relay
 * @param {() => void} onLeave
 * @returns {RoomView}
 */
export function roomView(session, { url, maxMessageBytes, exposed }, onLeave) {
  const { root, part } = stamp('room-view');
  const log = messageLog(part('log'));
  const box = composer(part('box'), part('send'), session, maxMessageBytes);
  const dialog = /** @type {HTMLDialogElement} */ (part('dialog'));
  const clearShare = share(part, url);
  const hues = new Hues();

  part('leave').addEventListener('click', onLeave);
  part('purge').addEventListener('click', () => dialog.showModal());
  part('cancel').addEventListener('click', () => dialog.close());
  part('confirm').addEventListener('click', () => {
    dialog.close();
    if (!session.purge()) alert(words.notPurged);
  });

  const tick = () => {
    const text = say.countdown(session.remaining);
    if (part('timer').textContent === text) return;
    part('timer').textContent = text;
    const call = LAST_CALLS.find((seconds) => text === say.countdown(seconds * 1000));
    if (call) log.note(say.timeLeftNote(call));
  };
  const ticking = setInterval(tick, TICK_MS);

  const guard = exitGuard();

  let unread = 0;
  /** @param {number} count */
  const setUnread = (count) => {
    unread = count;
    document.title = say.title(count);
  };
  const looking = () => document.hidden || setUnread(0);
  document.addEventListener('visibilitychange', looking);

  /** @param {Told<'joined'>} event */
  function showJoined({ username, creator }) {
    log.note(say.youJoined(username));
    if (exposed) log.warn(words.exposedNote);
    if (creator) log.note(words.aloneNote);
    box.focus();
  }

  /** @param {Told<'joined'>} event */
  function showRejoined({ username, creator }) {
    log.note(say.youRejoined(username));
    if (part('purge').hidden || creator) return;
    log.note(words.purgeEndedNote);
    dialog.close();
  }

  /** @param {Told<'members'>} event */
  function showMembers({ members, self, capacity }) {
    hues.assign(members);
    guard(members.length === 1);
    part('places').textContent = say.places(members.length, capacity);
    part('members').replaceChildren(
      ...members.map(({ connectionId, username }) => {
        const item = document.createElement('li');
        item.textContent = say.memberName(username, connectionId === self);
        item.dataset.hue = hues.of(connectionId);
        return item;
      }),
    );
  }

  return {
    root,
    tell(event) {
      switch (event.type) {
        case 'joined':
          lastingAlert('');
          if (event.again) showRejoined(event);
          else showJoined(event);
          part('purge').hidden = !event.creator;
          tick();
          break;
        case 'members':
          showMembers(event);
          break;
        case 'arrived':
          log.note(say.joined(event.member.username));
          break;
        case 'departed':
          log.note(say.departed(event.member.username));
          break;
        case 'message':
          log.message({ ...event, hue: hues.of(event.sender) });
          if (document.hidden) setUnread(unread + 1);
          break;
        case 'unreadable':
          log.warn(say.unreadable(event.username, event.newer));
          break;
        case 'gap':
          log.warn(say.gap(event.username, event.missing));
          break;
        case 'lost':
          lastingAlert(words.connectionLost);
          log.warn(words.connectionLostNote);
          if (event.unsent.length > 0) {
            box.restore(event.unsent);
            log.warn(say.unsent(event.unsent.length));
          }
          break;
        case 'back':
          lastingAlert('');
          log.note(words.connectionBackNote);
      }
    },
    dispose() {
      clearInterval(ticking);
      guard(false);
      document.removeEventListener('visibilitychange', looking);
      clearShare();
      box.clear();
      root.replaceChildren();
    },
  };
}
