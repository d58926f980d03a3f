/**
 * The first page: what this is, and one thing to do.
 */
import { ApiError, limits } from '../api.js';
import { create } from '../create.js';
import { languageChanges, words } from '../language.js';
import { HOME } from '../paths.js';
import { say } from '../say.js';
import { alert, status } from './announce.js';
import { joinBox } from './join-box.js';
import { lifetimeField } from './lifetime-field.js';
import { participantsField } from './participants-field.js';
import { stamp } from './template.js';

/**
 * @param {(link: import('../link.js').RoomLink) => void} onCreated
 * @param {import('./join-box.js').OnPasted} onPasted
 * @param {AbortSignal} signal ends what the view is doing
 * @returns {HTMLElement}
 */
export function homeView(onCreated, onPasted, signal) {
  const { root, part } = stamp('home-view');
  const participants = participantsField(part);
  const lifetime = lifetimeField(part);
  const createButton = /** @type {HTMLButtonElement} */ (part('create'));
  const cancelButton = part('cancel');
  const progress = /** @type {HTMLProgressElement} */ (part('progress'));
  // The key that pressed Create room may still be down, and the focus is on Cancel by then.
  cancelButton.addEventListener('keydown', (event) => {
    if (event.repeat) event.preventDefault();
  });

  /** @param {boolean} preparing */
  function showPreparing(preparing) {
    part('settings').hidden = preparing;
    part('preparing').hidden = !preparing;
    (preparing ? cancelButton : createButton).focus();
  }

  let offered = false;
  async function loadLimits() {
    const { capacity, ttl } = await limits(signal);
    participants.offer(capacity);
    lifetime.offer(ttl);
    offered = true;
  }

  async function createRoom() {
    alert('');
    if (lifetime.complaint()) return alert(lifetime.complaint());
    const cancel = new AbortController();
    cancelButton.onclick = () => cancel.abort();
    progress.value = 0;
    showPreparing(true);
    try {
      if (!offered) await loadLimits();
      const link = await create(
        { ttl: lifetime.value(), capacity: participants.value() },
        {
          onProgress: (share) => (progress.value = share),
          signal: AbortSignal.any([signal, cancel.signal]),
        },
      );
      if (!signal.aborted) onCreated(link);
    } catch (error) {
      if (signal.aborted) return;
      showPreparing(false);
      if (cancel.signal.aborted) status(words.cancelled);
      else alert(failure(error));
    }
  }

  /** @type {HTMLAnchorElement} */ (part('docs')).href = `${HOME}docs/`;
  createButton.addEventListener('click', createRoom);
  joinBox(part('join'), part('pasted'), part('wrong'), onPasted);
  languageChanges.addEventListener(
    'change',
    () => {
      participants.label();
      lifetime.label();
    },
    { signal },
  );
  loadLimits().catch((error) => signal.aborted || alert(failure(error)));
  return root;
}

/**
 * @param {unknown} error
 * @returns {string} why no room could be made, and what to do
 */
function failure(error) {
  if (!(error instanceof ApiError)) return words.creation.puzzle;
  switch (error.status) {
    case 503:
      return words.creation.overloaded;
    case 401:
    case 403:
      return words.creation.rejected;
    case 0:
      return words.creation.unreachable;
    default:
      return say(words.creation.failed, { status: error.status });
  }
}
