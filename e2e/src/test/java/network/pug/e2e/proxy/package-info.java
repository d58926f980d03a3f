/**
 * The relay behind the proxies of {@code deploy/}, each as Debian packages it and as its example
 * configures it. Of an example only the addresses, ports and certificates are changed.
 */
@NullMarked
package network.pug.e2e.proxy;

import org.jspecify.annotations.NullMarked;
