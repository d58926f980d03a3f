package network.pug.relay.http;

import static io.netty.handler.codec.http.HttpHeaderNames.CONNECTION;
import static io.netty.handler.codec.http.HttpHeaderNames.ORIGIN;
import static io.netty.handler.codec.http.HttpHeaderNames.SEC_WEBSOCKET_ACCEPT;
import static io.netty.handler.codec.http.HttpHeaderNames.SEC_WEBSOCKET_KEY;
import static io.netty.handler.codec.http.HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL;
import static io.netty.handler.codec.http.HttpHeaderNames.SEC_WEBSOCKET_VERSION;
import static io.netty.handler.codec.http.HttpHeaderNames.UPGRADE;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import network.pug.protocol.Wire;
import org.jspecify.annotations.Nullable;

/** The server's half of the opening handshake (RFC 6455 section 4.2), and who may open it. */
final class WebSocketHandshake {
  private static final String VERSION = "13";
  private static final String ACCEPT_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int KEY_BYTES = 16;
  private static final int KEY_CHARACTERS = 24;

  private final @Nullable String allowedOrigin;

  /**
   * The handshake's rules.
   *
   * @param allowedOrigin the one browser origin that may open a WebSocket; null for the relay's own
   */
  WebSocketHandshake(@Nullable String allowedOrigin) {
    this.allowedOrigin = allowedOrigin;
  }

  /** 101, after which the connection speaks WebSocket, or why not. */
  Reply answer(Request request) throws ProblemException {
    HttpHeaders headers = request.headers();
    if (!request.version().equals(HttpVersion.HTTP_1_1)) {
      throw new ProblemException(
          HttpResponseStatus.BAD_REQUEST, "A WebSocket is opened over HTTP/1.1.");
    }
    if (!headers.containsValue(UPGRADE, "websocket", true)
        || !headers.containsValue(CONNECTION, "upgrade", true)
        || !VERSION.equals(onlyValue(headers, SEC_WEBSOCKET_VERSION))) {
      return Reply.problem(
              HttpResponseStatus.UPGRADE_REQUIRED, "Open a WebSocket here, version 13 (RFC 6455).")
          .with(UPGRADE, "websocket")
          .with(SEC_WEBSOCKET_VERSION, VERSION);
    }
    String key = onlyValue(headers, SEC_WEBSOCKET_KEY);
    if (key == null || !isKey(key)) {
      throw new ProblemException(
          HttpResponseStatus.BAD_REQUEST, "Sec-WebSocket-Key must be 16 bytes in base64.");
    }
    if (!isAllowed(headers, request.address())) {
      throw new ProblemException(
          HttpResponseStatus.FORBIDDEN, "A page of this origin may not open a WebSocket here.");
    }
    HttpHeaders answer =
        DefaultHttpHeadersFactory.headersFactory()
            .newHeaders()
            .set(UPGRADE, "websocket")
            .set(CONNECTION, "Upgrade")
            .set(SEC_WEBSOCKET_ACCEPT, accept(key));
    if (headers.containsValue(SEC_WEBSOCKET_PROTOCOL, Wire.SUBPROTOCOL, false)) {
      answer.set(SEC_WEBSOCKET_PROTOCOL, Wire.SUBPROTOCOL);
    }
    return new Reply(
        HttpResponseStatus.SWITCHING_PROTOCOLS, answer, Unpooled.EMPTY_BUFFER, false, null);
  }

  /** A request without an Origin comes from no browser, and no page can make one send it. */
  private boolean isAllowed(HttpHeaders headers, PublicAddress address) {
    List<String> origins = headers.getAll(ORIGIN);
    if (origins.isEmpty()) {
      return true;
    }
    if (origins.size() > 1) {
      return false;
    }
    String origin = withoutDefaultPort(origins.getFirst());
    if (allowedOrigin != null) {
      return origin.equals(withoutDefaultPort(allowedOrigin));
    }
    int authority = origin.indexOf("://");
    if (authority < 0) {
      return false;
    }
    String scheme = origin.substring(0, authority + 3);
    return origin.equals(withoutDefaultPort(scheme + address.authority()));
  }

  private static String withoutDefaultPort(String origin) {
    String lower = origin.toLowerCase(Locale.ROOT);
    String port = lower.startsWith("https:") ? ":443" : ":80";
    return lower.endsWith(port) ? lower.substring(0, lower.length() - port.length()) : lower;
  }

  private static @Nullable String onlyValue(HttpHeaders headers, CharSequence name) {
    List<String> values = headers.getAll(name);
    return values.size() == 1 ? values.getFirst() : null;
  }

  private static boolean isKey(String key) {
    try {
      return key.length() == KEY_CHARACTERS && Base64.getDecoder().decode(key).length == KEY_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String accept(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest((key + ACCEPT_GUID).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
