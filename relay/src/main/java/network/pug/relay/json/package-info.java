/**
 * Strict reading of small JSON objects, for the gateway and the HTTP layer alike. Knows nothing of
 * rooms, sockets or routes.
 */
@NullMarked
package network.pug.relay.json;

import org.jspecify.annotations.NullMarked;
