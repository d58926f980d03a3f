/**
 * A room, as its member sees it: puts its parts together and brings them what the session tells.
 */
import { Hues } from '../hues.js';
import { languageChanges, words } from '../language.js';
import { duration, say } from '../say.js';
import { alert, lastingAlert } from './announce.js';
import { composer } from './composer.js';
import { connectionState } from './connection-state.js';
import { exitGuard } from './exit-guard.js';
import { messageLog } from './log.js';
import { memberList } from './members.js';
import { roomClock } from './room-clock.js';
import { settings } from './settings.js';
import { share } from './share.js';
import { stamp } from './template.js';
import { unread } from './unread.js';

/** When the log says how much time is left, in seconds. */
const LAST_CALLS = [300, 60];
/** The relay ends a room on time; who has no connection waits no longer than this to hear of it. */
const GRACE_MS = 3000;

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
 * @param {() => number} room.maxMessageBytes what the relay takes
 * @param {boolean} room.exposed whether the key has been sent to the relay
 * @param {() => void} onLeave
 * @returns {RoomView}
 */
export function roomView(session, { url, maxMessageBytes, exposed }, onLeave) {
  const { root, part } = stamp('room-view');
  const leaving = new AbortController();
  const log = messageLog(part('log'), part('jump'), leaving.signal);
  const box = composer(part('box'), part('send'), session, maxMessageBytes);
  const dialog = /** @type {HTMLDialogElement} */ (part('dialog'));
  const sharing = share(part, url);
  const hues = new Hues();
  const showPresent = memberList(part, hues);
  const showConnection = connectionState(part, () => session.retryNow());
  const unreadMessages = unread(part('sound'), leaving.signal);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let ending;
  const clock = roomClock(
    part('timer'),
    () => session.remaining,
    [...LAST_CALLS, 0],
    (seconds) => {
      if (seconds > 0) log.note(say(words.timeLeftNote, { time: duration(seconds) }));
      else ending = setTimeout(() => session.end({ type: 'gone', reason: 'expired' }), GRACE_MS);
    },
  );
  const guard = exitGuard();
  let creator = false;
  let connected = false;

  part('settings').prepend(settings());
  part('leave').addEventListener('click', onLeave);
  part('purge').addEventListener('click', () => dialog.showModal());
  part('cancel').addEventListener('click', () => dialog.close());
  part('confirm').addEventListener('click', () => {
    dialog.close();
    if (!session.purge()) alert(words.notPurged);
  });

  /** @param {Told<'joined'>} event */
  function showJoined(event) {
    lastingAlert('');
    showConnection('connected');
    connected = true;
    if (event.again) {
      log.note(say(words.youRejoined, { name: event.username }));
      if (creator && !event.creator) {
        log.note(words.purgeEndedNote);
        dialog.close();
      }
    } else {
      log.note(words.encryptedNote);
      log.note(say(words.youJoined, { name: event.username }));
      if (exposed) log.warn(words.exposedNote);
      if (event.creator) log.note(words.aloneNote);
      box.focus();
    }
    creator = event.creator;
    part('purge').hidden = !creator;
    clock.tick();
  }

  /** @type {Told<'members'> | undefined} */
  let present;
  /** @param {Told<'members'>} event */
  function showMembers(event) {
    present = event;
    hues.assign(event.members);
    showPresent(event);
    sharing.present(event.members.length);
    // Whoever is alone ends the room by leaving; its creator has most likely just sent the link.
    guard(creator && event.members.length === 1);
  }
  languageChanges.addEventListener('change', () => present && showPresent(present), {
    signal: leaving.signal,
  });

  /** @param {Told<'lost'>} event */
  function showLost({ unsent, offline }) {
    lastingAlert(offline ? 'connectionOffline' : 'connectionLost');
    showConnection(offline ? 'offline' : 'reconnecting');
    if (connected) log.warn(words.connectionLostNote);
    connected = false;
    if (unsent.length === 0) return;
    box.restore(unsent);
    log.warn(say(words.unsent, { count: unsent.length }));
  }

  return {
    root,
    tell(event) {
      switch (event.type) {
        case 'joined':
          showJoined(event);
          break;
        case 'members':
          showMembers(event);
          break;
        case 'arrived':
          log.note(say(words.joined, { name: event.member.username }), event.at);
          break;
        case 'departed':
          log.note(say(words.departed, { name: event.member.username }), event.at);
          break;
        case 'message':
          log.message({ ...event, hue: hues.of(event.sender) });
          if (!event.own) unreadMessages.message();
          break;
        case 'repeated':
          log.warn(say(words.repeated, { name: event.username }));
          break;
        case 'unreadable':
          log.warn(
            say(event.newer ? words.unreadableNewer : words.unreadable, { name: event.username }),
          );
          break;
        case 'lost':
          showLost(event);
      }
    },
    dispose() {
      leaving.abort();
      clock.stop();
      clearTimeout(ending);
      guard(false);
      sharing.dispose();
      box.clear();
      root.replaceChildren();
    },
  };
}
