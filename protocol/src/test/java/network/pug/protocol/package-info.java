/** Tests of what both sides speak. */
@NullMarked
package network.pug.protocol;

import org.jspecify.annotations.NullMarked;
