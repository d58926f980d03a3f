/**
 * The relay as any client meets it: spec/protocol.md, line by line, over real sockets. Nothing here
 * knows how the relay is built.
 */
@NullMarked
package network.pug.e2e.wire;

import org.jspecify.annotations.NullMarked;
