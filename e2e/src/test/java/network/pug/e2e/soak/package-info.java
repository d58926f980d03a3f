/**
 * The soak: rooms come and go for as long as one likes, while what the relay takes of the machine
 * is sampled; at the end a verdict, a plot and a page for the documentation. {@link
 * network.pug.e2e.soak.Soak} is the command, the tests show that it works and that it can fail.
 */
@NullMarked
package network.pug.e2e.soak;

import org.jspecify.annotations.NullMarked;
