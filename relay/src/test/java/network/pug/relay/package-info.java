/** Tests. */
@NullMarked
package network.pug.relay;

import org.jspecify.annotations.NullMarked;
