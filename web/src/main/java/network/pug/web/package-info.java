/**
 * Packs what a browser is served, while the project is built: joins modules and style sheets, gives
 * the assets their fingerprint, and compresses. No part of what runs: nothing depends on it, and it
 * knows nothing of the relay but that addresses are paths.
 */
@NullMarked
package network.pug.web;

import org.jspecify.annotations.NullMarked;
