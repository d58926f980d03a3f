/**
 * People at browsers: the page as it is used, in Chromium, through a relay that runs as its users
 * run it. Elements are found by role and accessible name, as a screen reader finds them.
 */
@NullMarked
package network.pug.e2e.browser;

import org.jspecify.annotations.NullMarked;
