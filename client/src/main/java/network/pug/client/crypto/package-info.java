/**
 * Payload version 1 (spec/protocol.md, section 7): the one place that encrypts and decrypts. It
 * knows keys and plaintext, and must know nothing of the network.
 */
@NullMarked
package network.pug.client.crypto;

import org.jspecify.annotations.NullMarked;
