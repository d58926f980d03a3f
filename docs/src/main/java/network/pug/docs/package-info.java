/**
 * Renders the documentation while the project is built. No part of what runs: nothing depends on
 * it, and it knows nothing of the relay but the addresses of its style sheets.
 */
@NullMarked
package network.pug.docs;

import org.jspecify.annotations.NullMarked;
