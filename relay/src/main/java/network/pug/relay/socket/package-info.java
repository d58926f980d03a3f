/**
 * What the gateway and the HTTP layer alike ask of a socket. Knows nothing of HTTP, WebSocket
 * frames or rooms.
 */
@NullMarked
package network.pug.relay.socket;

import org.jspecify.annotations.NullMarked;
