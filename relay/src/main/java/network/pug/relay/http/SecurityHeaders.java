package network.pug.relay.http;

import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_TYPE;

import io.netty.handler.codec.http.HttpHeaders;
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

  private SecurityHeaders() {}

  /**
   * Adds them to an answer whose content type is set, if it has one.
   *
   * @param https whether the client spoke TLS, so that a browser may be told to insist on it
   */
  static void addTo(HttpHeaders headers, boolean https) {
    headers.set(
        "Content-Security-Policy", isClientCode(headers.get(CONTENT_TYPE)) ? CLIENT : DENY_ALL);
    headers.set("Permissions-Policy", UNUSED_FEATURES);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Embedder-Policy", "require-corp");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    if (https) {
      headers.set("Strict-Transport-Security", "max-age=63072000");
    }
  }

  private static boolean isClientCode(@Nullable String contentType) {
    return contentType != null
        && (contentType.startsWith("text/html") || contentType.startsWith("text/javascript"));
  }
}
