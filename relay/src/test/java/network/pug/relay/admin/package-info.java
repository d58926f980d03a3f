/** Tests of what an operator is told. */
@NullMarked
package network.pug.relay.admin;

import org.jspecify.annotations.NullMarked;
