/**
 * What an operator sees of a relay: metrics, lines about what happened, word to the service
 * manager. Knows numbers and kinds of things; must not know a room, a message, an address, or the
 * layers that do: it is handed what it tells.
 */
@NullMarked
package network.pug.relay.admin;

import org.jspecify.annotations.NullMarked;
