/**
 * Loading modules later, and again where that failed. By its address a browser remembers that a
 * module could not be loaded, until the page is gone; so another try needs another address.
 */
let failures = 0;

/**
 * @template T
 * @param {(again: string) => Promise<T>} load loads a module, with what it is given behind the
 *   module's address
 * @returns {Promise<T>}
 */
export async function later(load) {
  try {
    return await load(failures === 0 ? '' : `?${failures}`);
  } catch (error) {
    failures++;
    throw error;
  }
}
