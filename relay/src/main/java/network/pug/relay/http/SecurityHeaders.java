package network.pug.relay.http;

import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;

/** The headers on every answer that tell a browser what it must not do with it. */
final class SecurityHeaders {
  private static final String DENY_ALL =
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  /** What the client needs and no more; scripts carry it too, for a worker runs under its own. */
  private static final String CLIENT =
      DENY_ALL
          + "; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'"
          + "; worker-src 'self'; require-trusted-types-for 'script'; trusted-types pug-worker";

  private static final String UNUSED_FEATURES =
      "accelerometer=(), autoplay=(), camera=(), "
          + "display-capture=(), encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), "
          + "gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), "
          + "microphone=(), midi=(), payment=(), picture-in-picture=(), "
          + "publickey-credentials-get=(), screen-wake-lock=(), serial=(), storage-access=(), "
          + "usb=(), xr-spatial-tracking=()";

  private static final HttpHeaders OF_CODE = headers(CLIENT);
  private static final HttpHeaders OF_CODE_BY_HTTPS = byHttps(OF_CODE);
  private static final HttpHeaders OF_ALL_ELSE = headers(DENY_ALL);
  private static final HttpHeaders OF_ALL_ELSE_BY_HTTPS = byHttps(OF_ALL_ELSE);

  private SecurityHeaders() {}

  /**
   * Those of an answer; not to be changed.
   *
   * @param contentType the answer's, if it has one
   * @param https whether the client spoke TLS, so that a browser may be told to insist on it
   */
  static HttpHeaders of(@Nullable String contentType, boolean https) {
    if (isClientCode(contentType)) {
      return https ? OF_CODE_BY_HTTPS : OF_CODE;
    }
    return https ? OF_ALL_ELSE_BY_HTTPS : OF_ALL_ELSE;
  }

  private static boolean isClientCode(@Nullable String contentType) {
    return contentType != null
        && (contentType.startsWith("text/html") || contentType.startsWith("text/javascript"));
  }

  private static HttpHeaders headers(String policy) {
    HttpHeaders headers = DefaultHttpHeadersFactory.headersFactory().newHeaders();
    add(headers, "Content-Security-Policy", policy);
    add(headers, "Permissions-Policy", UNUSED_FEATURES);
    add(headers, "X-Content-Type-Options", "nosniff");
    add(headers, "X-Frame-Options", "DENY");
    add(headers, "Referrer-Policy", "no-referrer");
    add(headers, "Cross-Origin-Opener-Policy", "same-origin");
    add(headers, "Cross-Origin-Embedder-Policy", "require-corp");
    add(headers, "Cross-Origin-Resource-Policy", "same-origin");
    return headers;
  }

  private static HttpHeaders byHttps(HttpHeaders others) {
    HttpHeaders headers = others.copy();
    add(headers, "Strict-Transport-Security", "max-age=63072000");
    return headers;
  }

  /** As bytes, which is how they go out. */
  private static void add(HttpHeaders headers, String name, String value) {
    headers.add(AsciiString.cached(name), AsciiString.cached(value));
  }
}
