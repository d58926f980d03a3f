/**
 * What of a room a full memory image of the relay's process holds, while the room lives and after
 * its end. The relay is the one that {@code ./pugnetwork} starts, in a process of its own; nothing
 * here knows the relay's code. Needs gdb, and the right to attach it.
 */
@NullMarked
package network.pug.e2e.memory;

import org.jspecify.annotations.NullMarked;
