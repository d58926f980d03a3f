/**
 * The relay under load and under attack, as a process of its own, so that what it takes of the
 * machine can be measured. Tests here assert what is delivered and what is bounded, never how long
 * something took.
 */
@NullMarked
package network.pug.e2e.load;

import org.jspecify.annotations.NullMarked;
