package network.pug.relay.http;

/**
 * What all connections of a relay share. Immutable, and safe for any thread.
 *
 * @param tls whether the relay speaks TLS itself
 */
record Site(Routes routes, ErrorPages errorPages, HttpConnection.Timeouts timeouts, boolean tls) {
  @Override
  public String toString() {
    return "Site";
  }
}
