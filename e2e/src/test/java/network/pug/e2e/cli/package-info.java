/**
 * The command line as a person or a unit file meets it: {@code ./pugnetwork} in a process of its
 * own.
 */
@NullMarked
package network.pug.e2e.cli;

import org.jspecify.annotations.NullMarked;
