/**
 * What a Java client knows that a relay never may: the room link with its key. The encryption
 * itself lives in {@link network.pug.client.crypto}; this package opens no connection.
 */
@NullMarked
package network.pug.client;

import org.jspecify.annotations.NullMarked;
