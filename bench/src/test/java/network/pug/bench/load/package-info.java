/** Tests of the generator: that it finds what is wrong, and nothing where nothing is. */
@NullMarked
package network.pug.bench.load;

import org.jspecify.annotations.NullMarked;
