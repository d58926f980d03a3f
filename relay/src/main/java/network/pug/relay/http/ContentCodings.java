package network.pug.relay.http;

import static io.netty.handler.codec.http.HttpHeaderNames.ACCEPT_ENCODING;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.Map;

/** The content codings that a client takes (RFC 9110, 12.5.3). */
final class ContentCodings {
  private ContentCodings() {}

  /**
   * Whether a client prefers gzip over no coding at all. One that does not say what it takes may
   * not know how to undo gzip, so it gets none.
   */
  static boolean prefersGzip(HttpHeaders headers) {
    Map<String, Double> weights = Weights.of(headers, ACCEPT_ENCODING);
    double other = weights.getOrDefault("*", 0.0);
    double gzip = weights.getOrDefault("gzip", weights.getOrDefault("x-gzip", other));
    return gzip > 0 && gzip >= weights.getOrDefault("identity", 0.0);
  }
}
