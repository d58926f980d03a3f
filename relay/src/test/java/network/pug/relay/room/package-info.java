/** Tests. */
@NullMarked
package network.pug.relay.room;

import org.jspecify.annotations.NullMarked;
