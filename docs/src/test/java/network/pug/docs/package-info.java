/** Tests of the rendering. */
@NullMarked
package network.pug.docs;

import org.jspecify.annotations.NullMarked;
