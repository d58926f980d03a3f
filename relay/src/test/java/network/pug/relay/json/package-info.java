/** Tests of the reading of JSON. */
@NullMarked
package network.pug.relay.json;

import org.jspecify.annotations.NullMarked;
