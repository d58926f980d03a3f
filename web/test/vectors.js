/**
 * Reads the shared test vectors; their format is in spec/vectors/README.md.
 */
import { readFileSync, readdirSync } from 'node:fs';

const ROOT = new URL('../../spec/vectors/', import.meta.url);

/**
 * @typedef {object} Vector
 * @property {string} name of the file
 * @property {(field: string) => string} field empty where absent
 * @property {(field: string) => boolean} has
 * @property {(field: string) => string[]} all the values of a field that repeats
 * @property {Buffer} body
 */

/**
 * @param {string} folder
 * @returns {Vector[]}
 */
export function vectors(folder) {
  const files = readdirSync(new URL(`${folder}/`, ROOT)).filter((name) => name.endsWith('.txt'));
  if (files.length === 0) throw new Error(`no vectors in ${folder}`);
  return files.map((name) => {
    const bytes = readFileSync(new URL(`${folder}/${name}`, ROOT));
    const end = bytes.indexOf('\n\n');
    const fields = bytes
      .subarray(0, end)
      .toString()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]);
    const all = (/** @type {string} */ field) =>
      fields.filter(([key]) => key === field).map(([, value]) => value ?? '');
    return {
      name: `${folder}/${name}`,
      field: (field) => all(field)[0] ?? '',
      has: (field) => all(field).length > 0,
      all,
      body: bytes.subarray(end + 2),
    };
  });
}

/**
 * @param {Uint8Array} bytes
 * @returns {Uint8Array<ArrayBuffer>} a copy with a buffer of its own
 */
export const bytes = (bytes) => Uint8Array.from(bytes);

/** @param {string} text */
export const fromHex = (text) => bytes(Buffer.from(text, 'hex'));

/** @param {Uint8Array} data */
export const toHex = (data) => Buffer.from(data).toString('hex');
