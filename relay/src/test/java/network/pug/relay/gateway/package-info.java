/** Tests. */
@NullMarked
package network.pug.relay.gateway;

import org.jspecify.annotations.NullMarked;
