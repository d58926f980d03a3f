/**
 * What members send each other, sealed: payload version 1 of spec/protocol.md, section 7. The only
 * module that encrypts, and it knows nothing of the network.
 */

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const CIPHERTEXT_AT = 1 + IV_BYTES;
const OVERHEAD = CIPHERTEXT_AT + TAG_BYTES;
const TEXT_AT = 6;
const MAX_TEXT_BYTES = 0xffff;
const MAX_COUNTER = 0xffffffff;
const SMALLEST_PADDING = 64;
const PADDING_STEP = 1024;

/**
 * Where a payload belongs. It is authenticated with the text, so that a relay can move a payload
 * neither to another room nor to another sender.
 *
 * @typedef {object} Origin
 * @property {string} roomId
 * @property {string} connectionId the sender's, 16 lower-case hex digits
 */

/**
 * @typedef {'too-short' | 'unknown-version' | 'not-authentic' | 'bad-counter' | 'bad-text-length'
 *   | 'bad-padding' | 'bad-utf8'} PayloadFault
 */

/** A payload that cannot be opened; `fault` says why. */
export class PayloadError extends Error {
  /** @param {PayloadFault} fault */
  constructor(fault) {
    super(fault);
    this.fault = fault;
  }
}

/** @returns {boolean} false where browsers withhold Web Crypto: on pages that came insecurely */
export function canEncrypt() {
  return crypto.subtle !== undefined;
}

/** @returns {Uint8Array<ArrayBuffer>} a new room key, 32 random bytes */
export function newKey() {
  return crypto.getRandomValues(new Uint8Array(KEY_BYTES));
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes 32
 * @returns {Promise<CryptoKey>} usable here, but never readable again
 */
export function importKey(bytes) {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/**
 * @param {string} text
 * @returns {number} bytes of the text in UTF-8
 */
export function textBytes(text) {
  return new TextEncoder().encode(text).length;
}

/**
 * @param {number} maxMessageBytes the relay's limit
 * @returns {number} bytes of the longest text whose payload keeps the limit
 */
export function maxTextBytes(maxMessageBytes) {
  const room = maxMessageBytes - OVERHEAD;
  const largest =
    room >= PADDING_STEP
      ? room - (room % PADDING_STEP)
      : ([512, 256, 128, 64].find((size) => size <= room) ?? 0);
  return Math.max(0, Math.min(MAX_TEXT_BYTES, largest - TEXT_AT));
}

/**
 * @param {CryptoKey} key
 * @param {Origin} origin
 * @param {number} counter 1, 2, 3… within one connection
 * @param {string} text well-formed Unicode of at most 65535 bytes
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function seal(key, origin, counter, text) {
  const encoded = new TextEncoder().encode(text);
  if (!text.isWellFormed()) throw new RangeError('text holds a lone surrogate');
  if (encoded.length > MAX_TEXT_BYTES) throw new RangeError('text is too long');
  if (counter < 1 || counter > MAX_COUNTER) throw new RangeError('counter is out of range');

  const plaintext = new Uint8Array(paddedSize(encoded.length));
  const view = new DataView(plaintext.buffer);
  view.setUint32(0, counter);
  view.setUint16(4, encoded.length);
  plaintext.set(encoded, TEXT_AT);

  // 96 random bits are safe for 2³² messages a key (NIST SP 800-38D section 8.3), far more than a
  // room can carry.
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const ciphertext = await crypto.subtle.encrypt(cipher(iv, origin), key, plaintext);
  const payload = new Uint8Array(CIPHERTEXT_AT + ciphertext.byteLength);
  payload[0] = VERSION;
  payload.set(iv, 1);
  payload.set(new Uint8Array(ciphertext), CIPHERTEXT_AT);
  return payload;
}

/**
 * @param {CryptoKey} key
 * @param {Origin} origin
 * @param {Uint8Array<ArrayBuffer>} payload
 * @returns {Promise<{ counter: number, text: string }>} rejects with a {@link PayloadError}
 */
export async function open(key, origin, payload) {
  if (payload.length === 0) throw new PayloadError('too-short');
  if (payload[0] !== VERSION) throw new PayloadError('unknown-version');
  if (payload.length < OVERHEAD + SMALLEST_PADDING) throw new PayloadError('too-short');

  const iv = payload.subarray(1, CIPHERTEXT_AT);
  const opened = await crypto.subtle
    .decrypt(cipher(iv, origin), key, payload.subarray(CIPHERTEXT_AT))
    .catch(() => {
      throw new PayloadError('not-authentic');
    });

  const plaintext = new Uint8Array(opened);
  const view = new DataView(opened);
  const counter = view.getUint32(0);
  const length = view.getUint16(4);
  if (counter === 0) throw new PayloadError('bad-counter');
  if (length > plaintext.length - TEXT_AT) throw new PayloadError('bad-text-length');
  const end = TEXT_AT + length;
  const padded = plaintext.length === paddedSize(length);
  if (!padded || plaintext.subarray(end).some((byte) => byte !== 0)) {
    throw new PayloadError('bad-padding');
  }
  return { counter, text: decodeText(plaintext.subarray(TEXT_AT, end)) };
}

/** @param {Uint8Array} bytes */
function decodeText(bytes) {
  try {
    // Without ignoreBOM a byte order mark at the front of a text would vanish.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new PayloadError('bad-utf8');
  }
}

/**
 * @param {Uint8Array<ArrayBuffer>} iv
 * @param {Origin} origin
 * @returns {AesGcmParams}
 */
function cipher(iv, { roomId, connectionId }) {
  const additionalData = new TextEncoder().encode(`pug.v1|${roomId}|${connectionId}`);
  return { name: 'AES-GCM', iv, additionalData, tagLength: TAG_BYTES * 8 };
}

/** @param {number} textLength in bytes */
function paddedSize(textLength) {
  const needed = TEXT_AT + textLength;
  if (needed > PADDING_STEP) return Math.ceil(needed / PADDING_STEP) * PADDING_STEP;
  return [64, 128, 256, 512].find((size) => size >= needed) ?? PADDING_STEP;
}
