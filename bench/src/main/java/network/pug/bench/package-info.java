/**
 * The benchmark of {@code ./pugnetwork bench}: which relays take turns at which loads, and what is
 * made of the figures. See docs/pages/how-fast.md.
 */
@NullMarked
package network.pug.bench;

import org.jspecify.annotations.NullMarked;
