/** Tests. */
@NullMarked
package network.pug.relay.http;

import org.jspecify.annotations.NullMarked;
