/**
 * Searches for a nonce away from the page's thread. Told `{token, difficulty}` once, it posts
 * `{hashes}` as it goes and `{hashes, nonce}` at the end.
 */
import { Search } from './search.js';

/** Between two reports: some twenty milliseconds. */
const HASHES_A_REPORT = 1 << 16;

addEventListener('message', ({ data }) => {
  const search = new Search(data.token, data.difficulty);
  for (let nonce = null; nonce === null;) {
    nonce = search.run(HASHES_A_REPORT);
    postMessage({ hashes: search.hashes, nonce });
  }
});
