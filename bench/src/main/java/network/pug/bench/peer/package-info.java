/**
 * The relays that are measured: how each is built, started on processors of its own, and ended. It
 * knows nothing of what is measured.
 */
@NullMarked
package network.pug.bench.peer;

import org.jspecify.annotations.NullMarked;
