/**
 * The search for a nonce that solves a challenge of the relay's proof of work: SHA-256 over token,
 * `:` and nonce must begin with as many zero bits as asked. See spec/protocol.md, section 3.
 */
import { INITIAL, compress } from './sha256.js';

const BLOCK_BYTES = 64;
/** The first nonce. Its digits leave 9·10¹⁰ more, 20 times what 32 bits need on average. */
const FIRST = '10000000000';
const ASCII_0 = 0x30;
const ASCII_9 = 0x39;

export class Search {
  /** How many nonces have been tried. */
  hashes = 0;
  /** The state after all blocks that the nonce does not reach into. @type {Int32Array} */
  #midstate = INITIAL.slice();
  /** The blocks that it does reach into, with the padding and the length, as big-endian words. */
  #tail;
  /** Where the nonce begins and ends in the tail, in bytes. */
  #from;
  #to;
  #shift;

  /**
   * @param {string} token ASCII
   * @param {number} difficulty 0 to 32 bits
   */
  constructor(token, difficulty) {
    const bytes = new TextEncoder().encode(`${token}:${FIRST}`);
    const words = padded(bytes);
    const constant = Math.floor((bytes.length - FIRST.length) / BLOCK_BYTES);
    for (let block = 0; block < constant; block++) compress(this.#midstate, words, block * 16);
    this.#tail = words.slice(constant * 16);
    this.#to = bytes.length - constant * BLOCK_BYTES;
    this.#from = this.#to - FIRST.length;
    this.#shift = 32 - difficulty;
  }

  /**
   * Tries up to `count` more nonces.
   *
   * @param {number} count
   * @returns {string | null} the nonce, once there is one
   */
  run(count) {
    const state = new Int32Array(8);
    for (let i = 0; i < count; i++) {
      state.set(this.#midstate);
      for (let at = 0; at < this.#tail.length; at += 16) compress(state, this.#tail, at);
      this.hashes++;
      // A shift by 32 is one by 0 in JavaScript, hence the second condition.
      if (this.#shift === 32 || state[0] >>> this.#shift === 0) return this.#nonce();
      this.#increment();
    }
    return null;
  }

  #nonce() {
    let nonce = '';
    for (let at = this.#from; at < this.#to; at++) {
      nonce += String.fromCharCode((this.#tail[at >> 2] >>> (24 - 8 * (at & 3))) & 0xff);
    }
    return nonce;
  }

  #increment() {
    for (let at = this.#to - 1; ; at--) {
      const shift = 24 - 8 * (at & 3);
      if (((this.#tail[at >> 2] >>> shift) & 0xff) !== ASCII_9) {
        this.#tail[at >> 2] += 1 << shift;
        return;
      }
      this.#tail[at >> 2] -= (ASCII_9 - ASCII_0) << shift;
    }
  }
}

/**
 * @param {Uint8Array} bytes a message
 * @returns {Int32Array} its padded blocks (FIPS 180-4 section 5.1.1)
 */
function padded(bytes) {
  const blocks = Math.ceil((bytes.length + 9) / BLOCK_BYTES);
  const view = new DataView(new ArrayBuffer(blocks * BLOCK_BYTES));
  bytes.forEach((byte, at) => view.setUint8(at, byte));
  view.setUint8(bytes.length, 0x80);
  view.setUint32(view.byteLength - 4, bytes.length * 8);
  return Int32Array.from({ length: blocks * 16 }, (_, word) => view.getInt32(word * 4));
}
