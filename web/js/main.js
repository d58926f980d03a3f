/**
 * Shows the view that the address asks for, and takes the secrets out of the address bar.
 */
import './addresses.js';
import { ApiError, limits } from './api.js';
import { isCurrent } from './browser.js';
import { language, preferred, speak, words } from './language.js';
import { format, parse } from './link.js';
import { readPasted } from './pasted.js';
import { HOME, ownBase, roomPath } from './paths.js';
import { canEncrypt } from './payload.js';
import { Session } from './session.js';
import { lastingAlert, status } from './views/announce.js';
import { homeView } from './views/home.js';
import { goneView, joiningView, keyView, problemView } from './views/notice.js';
import { roomView } from './views/room.js';
import { settings, tellNotLoaded, useTheme } from './views/settings.js';
import { watchForWaking } from './wake-watch.js';

/** What takes longer to come is not waited for: words, and a document after the end of a room. */
const PATIENCE_MS = 3000;

/** What relays take unless they are told otherwise. */
const USUAL_MESSAGE_BYTES = 65_536;

const main = /** @type {HTMLElement} */ (document.querySelector('main'));

/** Undoes what the present view has started. */
let leaveView = () => {};
/** The room that we are in, or on the way into. @type {import('./link.js').RoomLink | null} */
let present = null;
/** The address that the present view was shown for. */
let shownFor = '';
/** Whether the page comes from the back-forward cache. */
let wasKept = false;

/**
 * @param {HTMLElement} root
 * @param {() => void} [undo]
 */
function show(root, undo = () => {}) {
  leaveView();
  leaveView = undo;
  lastingAlert('');
  place(root);
}

/** @param {HTMLElement} root */
function place(root) {
  document.title = words.appName;
  document.body.dataset.view = root.dataset.view ?? '';
  main.replaceChildren(root);
  root.querySelector('h1')?.focus();
}

function route() {
  if (location.href === shownFor) return;
  const inRoom = location.pathname.startsWith(roomPath(''));
  const { link, fault } = parse(location.href);
  const hadFragment = /#|%23/.test(location.href);
  // A mail filter's %23 made the fragment a part of what the browser asked the relay for.
  const exposed = !location.href.includes('#');
  if (hadFragment) {
    const [path = ''] = location.pathname.split('%23');
    history.replaceState(null, '', path);
  }
  shownFor = location.href;

  if (link && present && format(link) === format(present)) return;
  if (!isCurrent()) show(problemView('outdated'));
  else if (!canEncrypt()) show(problemView('insecure'));
  else if (!inRoom) showHome();
  else if (link) enter(link, { exposed });
  else if (!hadFragment) askForKey(wasHere() ? 'reloaded' : 'no-key');
  else if (fault === 'not-a-room-link') show(goneView('not-found'));
  else askForKey(fault);
}

/** @returns {boolean} whether the page was loaded again, or gone back to */
function wasHere() {
  const [loading] = performance.getEntriesByType('navigation');
  const { type } = /** @type {PerformanceNavigationTiming} */ (loading);
  return wasKept || type === 'reload' || type === 'back_forward';
}

function showHome() {
  const leaving = new AbortController();
  const created = (/** @type {import('./link.js').RoomLink} */ link) => {
    moveTo(roomPath(link.roomId));
    enter(link);
  };
  show(homeView(created, joinBy, leaving.signal), () => leaving.abort());
}

/** @param {string} path of what is shown next, for the address bar */
function moveTo(path) {
  if (location.pathname !== path) history.pushState(null, '', path);
  shownFor = location.href;
}

/**
 * Shows what is wrong with a link's key, and a box to put that right.
 *
 * @param {string} fault
 * @param {string} [refused] what was pasted there, and the relay did not accept
 */
function askForKey(fault, refused) {
  const roomId = location.pathname.slice(roomPath('').length);
  show(keyView(fault, (text) => joinBy(text, roomId), refused));
}

/**
 * Joins by what somebody pasted.
 *
 * @param {string} text
 * @param {string} [roomId] of the room that a key alone is for
 * @returns {import('./views/join-box.js').PasteFault | null} what is wrong; null when it leads on
 */
function joinBy(text, roomId) {
  const { link, fault, address } = readPasted(text, ownBase(), roomId);
  if (link) {
    moveTo(roomPath(link.roomId));
    enter(link, { pasted: roomId === undefined ? '' : text });
    return null;
  }
  if (fault !== 'no-key' || !address || roomId !== undefined) return fault;
  moveTo(roomPath(address.roomId));
  askForKey(fault);
  return null;
}

/**
 * @param {import('./link.js').RoomLink} link
 * @param {object} [origin]
 * @param {boolean} [origin.exposed] whether the key has been sent to the relay
 * @param {string} [origin.pasted] the text that the key came in, where it was asked for
 */
async function enter(link, { exposed = false, pasted = '' } = {}) {
  const leaving = new AbortController();
  const retry = () => enter(link, { exposed, pasted });
  /** @type {import('./views/room.js').RoomView | undefined} */
  let view;
  const session = new Session(link, (event) => {
    if (event.type === 'gone') return end(event.reason);
    if (event.type === 'refused' && event.code === 'bad-secret') {
      return askForKey(pasted ? 'no-key' : event.code, pasted);
    }
    if (event.type === 'refused') return show(problemView(event.code, retry));
    if (view === undefined) {
      const room = { url: format(link), maxMessageBytes: () => maxMessageBytes, exposed };
      view = roomView(session, room, () => end('left'));
      place(view.root);
    }
    view.tell(event);
  });
  show(joiningView(), () => {
    leaving.abort();
    session.leave();
    view?.dispose();
    present = null;
  });
  present = link;

  // The room does not wait for the limits: they matter to a very long message alone.
  let maxMessageBytes = USUAL_MESSAGE_BYTES;
  limits(leaving.signal).then(
    (here) => (maxMessageBytes = here.maxMessageBytes),
    (error) => {
      if (leaving.signal.aborted || view) return;
      const busy = error instanceof ApiError && error.status === 503;
      show(problemView(busy ? 'overloaded' : 'unreachable', retry));
    },
  );

  const network = { signal: leaving.signal };
  addEventListener('offline', () => session.networkLost(), network);
  addEventListener('online', () => session.retryNow(), network);
  addEventListener(
    'visibilitychange',
    () => {
      if (!document.hidden && navigator.onLine) session.retryNow();
    },
    network,
  );
  watchForWaking(() => session.woke(), leaving.signal);
  await session.start();
}

/**
 * A room that is over takes its document along, for no script can clear all of that: not the address
 * that it was opened with, nor the last text that a pattern was tried on. The next one is told, behind
 * the `#`, how the room ended and how the page looked.
 *
 * @param {string} how `left`, or why the room is gone
 */
async function end(how) {
  const leaving = new AbortController();
  show(document.createElement('div'), () => leaving.abort());
  // The next document can see where it was loaded from. Without the `?` the way there would be a
  // jump within this one.
  showAddress(`${HOME}?`);
  try {
    await limits(AbortSignal.any([leaving.signal, AbortSignal.timeout(PATIENCE_MS)]));
    const { theme } = document.documentElement.dataset;
    location.replace(`${HOME}#${[how, language(), theme]}`);
  } catch {
    // Without the relay there is none.
    if (!leaving.signal.aborted) showEnd(how);
  }
}

/** @param {string} how */
function showEnd(how) {
  showAddress(HOME);
  if (Object.hasOwn(words.gone, how)) {
    show(goneView(/** @type {keyof typeof words.gone} */ (how)));
  } else {
    showHome();
    status(words.left);
  }
}

/** @param {string} path in place of the room's, which one shall not even go back to */
function showAddress(path) {
  history.replaceState(null, '', path);
  shownFor = location.href;
}

// A page that is left may be kept whole in the back-forward cache; a conversation must not be.
addEventListener('pagehide', () => {
  show(joiningView());
  shownFor = '';
});
addEventListener('pageshow', (event) => {
  wasKept = event.persisted;
  if (wasKept) route();
});
/** @type {HTMLAnchorElement} */ (document.getElementById('brand')).href = HOME;

async function start() {
  const [how = '', spoken = '', theme] = location.hash.slice(1).split(',');
  const tag = preferred([spoken, ...navigator.languages]);
  const late = new Promise((resolve) => setTimeout(() => resolve(true), PATIENCE_MS));
  const failed = await Promise.race([speak(tag), late]).catch(() => true);
  if (theme) useTheme(theme);
  document.querySelector('.top')?.append(settings());
  addEventListener('popstate', route);
  addEventListener('hashchange', route);
  if (spoken && location.pathname === HOME) showEnd(how);
  else route();
  if (failed) tellNotLoaded(tag);
}

start();
