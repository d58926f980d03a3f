/** Tests of the packing. */
@NullMarked
package network.pug.web;

import org.jspecify.annotations.NullMarked;
