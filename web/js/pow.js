/**
 * Solves the relay's proof of work in a worker.
 */

const WORKER = new URL('./pow-worker.js', import.meta.url);

/** @typedef {{ token: string, difficulty: number }} Challenge */

/**
 * @typedef {object} Options
 * @property {(share: number) => void} onProgress from 0 to 1: the chance that a search this long
 *   would have ended by now. It grows with every hash, and no search can know more
 * @property {AbortSignal} signal ends the search; the promise then rejects with the signal's reason
 * @property {() => Worker} [newWorker] for tests
 */

/**
 * @param {Challenge} challenge
 * @param {Options} options
 * @returns {Promise<string>} the nonce
 */
export function solve({ token, difficulty }, { onProgress, signal, newWorker = startWorker }) {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = newWorker();
    const stop = () => {
      worker.terminate();
      signal.removeEventListener('abort', aborted);
    };
    const aborted = () => {
      stop();
      reject(signal.reason);
    };
    signal.addEventListener('abort', aborted);
    worker.onmessage = ({ data }) => {
      onProgress(1 - Math.exp(-data.hashes / 2 ** difficulty));
      if (data.nonce === null) return;
      stop();
      resolve(data.nonce);
    };
    worker.onerror = () => {
      stop();
      reject(new Error('the worker could not be started'));
    };
    worker.postMessage({ token, difficulty });
  });
}

function startWorker() {
  return new Worker(workerUrl(), { type: 'module' });
}

/**
 * The page's policy demands Trusted Types, and this is the one policy that it allows; it makes one
 * thing only, the address of our worker.
 */
function workerUrl() {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  if (trustedTypes === undefined) return WORKER;
  policy ??= trustedTypes.createPolicy('pug-worker', { createScriptURL: () => WORKER.href });
  return policy.createScriptURL('');
}

/** @type {any} */
let policy;
