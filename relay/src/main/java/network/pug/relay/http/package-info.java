/**
 * HTTP: the client's pages, the limits, the proof of work, session tokens, room creation, the
 * WebSocket handshake, and the headers on every answer. Its only state is which tokens were spent
 * lately. It knows nothing of members or messages; what happens after a handshake is not its
 * matter.
 */
@NullMarked
package network.pug.relay.http;

import org.jspecify.annotations.NullMarked;
