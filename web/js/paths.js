/**
 * Where the relay lives. Its page and modules may lie under a base path, behind a proxy; the
 * modules are served from `<base>/assets/…`, so this module's own address tells.
 */

/**
 * @param {string} moduleUrl address of any of our modules
 * @returns {string} the base path, with a slash at both ends
 */
export function basePathOf(moduleUrl) {
  return /^(.*\/)assets\//.exec(new URL(moduleUrl).pathname)?.[1] ?? '/';
}

/** The base path, with a slash at both ends. */
export const HOME = basePathOf(import.meta.url);

/** @returns {string} where this relay lives, as in the links of its rooms */
export const ownBase = () => location.origin + HOME.slice(0, -1);

/** @param {string} name of an endpoint, such as `limits` */
export const apiPath = (name) => `${HOME}api/${name}`;

/** @param {string} roomId */
export const roomPath = (roomId) => `${HOME}r/${roomId}`;

/**
 * @param {string} base where the relay lives, as in a room link
 * @returns {string}
 */
export const socketUrl = (base) => `${base.replace(/^http/, 'ws')}/ws`;
