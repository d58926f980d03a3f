package network.pug.relay.http;

import network.pug.relay.room.Clock;
import network.pug.relay.room.Refusals;

/**
 * What all connections of a relay share. Immutable, and safe for any thread.
 *
 * @param basePath the path that everything lives under, with a slash at both ends
 * @param tls whether the relay speaks TLS itself
 * @param refusals told of every answer that is an error
 */
record Site(
    String basePath,
    Routes routes,
    ErrorPages errorPages,
    HttpConnection.Timeouts timeouts,
    boolean tls,
    Clock clock,
    Refusals refusals) {
  @Override
  public String toString() {
    return "Site";
  }
}
