/** Tests of what is made of the figures. */
@NullMarked
package network.pug.bench;

import org.jspecify.annotations.NullMarked;
