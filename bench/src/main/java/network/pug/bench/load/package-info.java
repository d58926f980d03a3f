/**
 * The load generator: members of rooms that speak as one of the {@link
 * network.pug.bench.load.Dialect}s, all of them on one event loop, and what checks every delivery.
 * It knows nothing of how relays are started, and nothing of reports.
 */
@NullMarked
package network.pug.bench.load;

import org.jspecify.annotations.NullMarked;
