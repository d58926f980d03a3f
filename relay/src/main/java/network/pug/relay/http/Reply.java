package network.pug.relay.http;

import static io.netty.handler.codec.http.HttpHeaderNames.CACHE_CONTROL;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_TYPE;
import static io.netty.handler.codec.http.HttpHeaderNames.DATE;
import static io.netty.handler.codec.http.HttpHeaderNames.LOCATION;
import static io.netty.handler.codec.http.HttpHeaderNames.RETRY_AFTER;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DateFormatter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpHeadersFactory;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * An answer, before the headers that every answer carries.
 *
 * @param headers its own headers, content type and caching among them
 * @param body its body, released when it is written; not sent to a HEAD
 * @param close whether the connection ends with it
 * @param detail what went wrong, if the answer is a problem document; else null
 */
record Reply(
    HttpResponseStatus status,
    HttpHeaders headers,
    ByteBuf body,
    boolean close,
    @Nullable String detail) {
  private static final String RETRY_AFTER_SECONDS = "10";
  private static final HttpHeadersFactory HEADERS = DefaultHttpHeadersFactory.headersFactory();

  /** 200 with a body that may be cached as {@code caching} says. */
  static Reply ok(String contentType, String caching, ByteBuf body) {
    return of(HttpResponseStatus.OK, contentType, caching, body);
  }

  /** 200 with JSON that nobody may store. */
  static Reply json(String body) {
    return json(text(body));
  }

  /** 200 with JSON that nobody may store. */
  static Reply json(ByteBuf body) {
    return ok("application/json", "no-store", body);
  }

  /** A problem document (RFC 9457); one of status 503 says when to try again. */
  static Reply problem(HttpResponseStatus status, String detail) {
    String body =
        """
        {"type":"about:blank","title":"%s","status":%d,"detail":"%s"}
        """
            .formatted(status.reasonPhrase(), status.code(), detail);
    Reply reply = of(status, "application/problem+json", "no-store", text(body));
    if (status.equals(HttpResponseStatus.SERVICE_UNAVAILABLE)) {
      reply.with(RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return new Reply(status, reply.headers, reply.body, false, detail);
  }

  /** 308: what is asked for is elsewhere, by a relative address (RFC 3986 section 4.2). */
  static Reply moved(String relative) {
    return of(
            HttpResponseStatus.PERMANENT_REDIRECT,
            "text/plain; charset=utf-8",
            "no-store",
            text("See " + relative))
        .with(LOCATION, relative);
  }

  /** The same answer with one more header. */
  Reply with(CharSequence name, CharSequence value) {
    headers.set(name, value);
    return this;
  }

  /** The same answer, after which the connection ends. */
  Reply closing() {
    return new Reply(status, headers, body, true, detail);
  }

  /**
   * The answer as it goes out.
   *
   * @param https whether the client spoke TLS
   * @param now the time, in milliseconds since the epoch (RFC 9110 section 6.6.1)
   */
  @SuppressWarnings("JavaUtilDate") // Netty's formatter takes nothing else
  FullHttpResponse response(boolean https, long now) {
    FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
    response
        .headers()
        .add(headers)
        .add(DATE, DateFormatter.format(new Date(now)))
        .add(SecurityHeaders.of(headers.get(CONTENT_TYPE), https));
    return response;
  }

  private static Reply of(
      HttpResponseStatus status, String contentType, String caching, ByteBuf body) {
    HttpHeaders headers =
        HEADERS.newHeaders().set(CONTENT_TYPE, contentType).set(CACHE_CONTROL, caching);
    return new Reply(status, headers, body, false, null);
  }

  private static ByteBuf text(String text) {
    return Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "Reply";
  }
}
