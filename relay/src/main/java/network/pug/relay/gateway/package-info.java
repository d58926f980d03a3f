/**
 * The realtime gateway: WebSocket to room and back. It keeps what belongs to one connection (who it
 * is, what it still has to send, how fast it may speak) and leaves everything about rooms to the
 * registry. It knows no HTTP, and of a payload only its length.
 *
 * <p>The commands, events, refusals and close codes are those of spec/protocol.md, "WebSocket". A
 * connection lives on the event loop of its room, moving there when it joins; so nothing here is
 * ever touched by two threads.
 */
@NullMarked
package network.pug.relay.gateway;

import org.jspecify.annotations.NullMarked;
