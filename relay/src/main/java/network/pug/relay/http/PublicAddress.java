package network.pug.relay.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;

/**
 * The relay as a client addressed it. A trusted proxy is believed in what it says of that; what
 * anybody else says changes nothing.
 *
 * @param https whether the client spoke TLS, to the relay or to the proxy
 * @param authority host, and port if there is one; empty where the request has none
 */
record PublicAddress(boolean https, String authority) {

  /**
   * Reads it off a request.
   *
   * @param tls whether the relay speaks TLS itself
   * @param proxied whether the connection comes from a trusted proxy
   */
  static PublicAddress of(HttpHeaders headers, boolean tls, boolean proxied) {
    String host = headers.get(HttpHeaderNames.HOST, "");
    return proxied
        ? new PublicAddress(
            tls || last(headers, "X-Forwarded-Proto", "").equalsIgnoreCase("https"),
            last(headers, "X-Forwarded-Host", host))
        : new PublicAddress(tls, host);
  }

  /** The last value of a header: what the nearest proxy wrote, if those in front wrote some too. */
  private static String last(HttpHeaders headers, String name, String otherwise) {
    List<String> values = headers.getAll(name);
    if (values.isEmpty()) {
      return otherwise;
    }
    String value = values.getLast();
    return value.substring(value.lastIndexOf(',') + 1).strip();
  }

  @Override
  public String toString() {
    return "PublicAddress";
  }
}
