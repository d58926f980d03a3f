/**
 * The dependency directions that ARCHITECTURE.md draws, read off the compiled classes and the web
 * modules; and what the compiled classes would say of the values that they hold.
 */
@NullMarked
package network.pug.e2e.boundary;

import org.jspecify.annotations.NullMarked;
