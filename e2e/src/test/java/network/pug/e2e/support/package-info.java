/**
 * What tests of the whole share: a relay, in this process or in one of its own, and clients of HTTP
 * and WebSocket that can do what well-behaved ones cannot. They are written from spec/protocol.md
 * alone and use nothing of the relay but its start and its end.
 */
@NullMarked
package network.pug.e2e.support;

import org.jspecify.annotations.NullMarked;
