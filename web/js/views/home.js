/**
 * The first page: what this is, and one thing to do.
 */
import { ApiError, limits } from '../api.js';
import { create } from '../create.js';
import { lifetimes } from '../lifetimes.js';
import { HOME } from '../paths.js';
import { creationFailed, duration, people, words } from '../strings.js';
import { alert, status } from './announce.js';
import { stamp } from './template.js';

/**
 * @param {(link: import('../link.js').RoomLink) => void} onCreated
 * @param {AbortSignal} signal ends what the view is doing
 * @returns {HTMLElement}
 */
export function homeView(onCreated, signal) {
  const { root, part } = stamp('home-view');
  const participants = /** @type {HTMLSelectElement} */ (part('participants'));
  const lifetime = /** @type {HTMLSelectElement} */ (part('lifetime'));
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

  async function loadLimits() {
    const { capacity, ttl } = await limits(signal);
    const capacities = Array.from(
      { length: capacity.max - capacity.min + 1 },
      (_, i) => capacity.min + i,
    );
    fill(participants, capacities, people, capacity.default);
    fill(lifetime, lifetimes(ttl), duration, ttl.default);
  }

  async function createRoom() {
    const cancel = new AbortController();
    cancelButton.onclick = () => cancel.abort();
    alert('');
    progress.value = 0;
    showPreparing(true);
    try {
      if (participants.disabled) await loadLimits();
      const settings = { ttl: Number(lifetime.value), capacity: Number(participants.value) };
      const link = await create(settings, {
        onProgress: (share) => (progress.value = share),
        signal: AbortSignal.any([signal, cancel.signal]),
      });
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
  loadLimits().catch((error) => signal.aborted || alert(failure(error)));
  return root;
}

/** @param {unknown} error */
function failure(error) {
  return error instanceof ApiError ? creationFailed(error.status) : words.preparingFailed;
}

/**
 * @param {HTMLSelectElement} select
 * @param {number[]} values
 * @param {(value: number) => string} label
 * @param {number} selected
 */
function fill(select, values, label, selected) {
  select.replaceChildren(
    ...values.map((value) => new Option(label(value), String(value), false, value === selected)),
  );
  select.disabled = false;
}
