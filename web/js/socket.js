/**
 * One WebSocket connection to the relay. The only module that opens one; it passes on text and
 * bytes, and knows neither keys nor what the bytes mean.
 */

/**
 * @typedef {object} Listener
 * @property {() => void} opened
 * @property {(text: string) => void} text
 * @property {(bytes: Uint8Array<ArrayBuffer>) => void} binary
 * @property {(code: number) => void} closed at most once, and nothing after it; 1006 where the
 *   connection broke or was never made
 */

/**
 * @typedef {object} Connection
 * @property {(data: string | Uint8Array<ArrayBuffer>) => void} send
 * @property {() => void} close after it the listener hears nothing more
 */

/** @typedef {(url: string, listener: Listener) => Connection} Connect */

/** @type {Connect} */
export function connect(url, listener) {
  const socket = new WebSocket(url, 'pug.v1');
  socket.binaryType = 'arraybuffer';
  const heard = new AbortController();
  /** @type {(type: 'open' | 'message' | 'close', handle: (event: any) => void) => void} */
  const on = (type, handle) => socket.addEventListener(type, handle, { signal: heard.signal });
  on('open', () => listener.opened());
  on('message', ({ data }) => {
    if (typeof data === 'string') listener.text(data);
    else listener.binary(new Uint8Array(data));
  });
  on('close', ({ code }) => listener.closed(code));
  return {
    send: (data) => socket.send(data),
    close() {
      heard.abort();
      socket.close(1000);
    },
  };
}
