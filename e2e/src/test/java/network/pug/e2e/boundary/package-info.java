/**
 * The dependency directions that ARCHITECTURE.md draws, read off the compiled classes and the web
 * modules.
 */
@NullMarked
package network.pug.e2e.boundary;

import org.jspecify.annotations.NullMarked;
