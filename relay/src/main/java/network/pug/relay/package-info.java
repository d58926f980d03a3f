/**
 * The relay: configuration, the command line, and the wiring of the layers. Nothing in it or below
 * it can decrypt: there is no key, and no cipher but TLS's.
 */
@NullMarked
package network.pug.relay;

import org.jspecify.annotations.NullMarked;
