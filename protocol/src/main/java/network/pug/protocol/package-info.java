/**
 * What both ends of the wire agree on: names, numbers and the proof of work, as {@code
 * spec/protocol.md} fixes them. This package knows no key, no plaintext and no third-party code,
 * and imports nothing of the project.
 */
@NullMarked
package network.pug.protocol;

import org.jspecify.annotations.NullMarked;
