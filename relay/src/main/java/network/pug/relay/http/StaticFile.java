package network.pug.relay.http;

import static io.netty.handler.codec.http.HttpHeaderNames.ACCEPT_ENCODING;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_ENCODING;
import static io.netty.handler.codec.http.HttpHeaderNames.VARY;
import static io.netty.handler.codec.http.HttpHeaderValues.GZIP;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * A file as it is served. Immutable, and safe for any thread.
 *
 * @param content its bytes, shared by all answers and never released
 * @param gzip the same, compressed; null where that would be no smaller
 */
record StaticFile(String contentType, String caching, ByteBuf content, @Nullable ByteBuf gzip) {
  /** The file in the coding that the client prefers. */
  Reply reply(Request request) {
    if (gzip == null) {
      return Reply.ok(contentType, caching, content.duplicate());
    }
    Reply reply =
        ContentCodings.prefersGzip(request.headers())
            ? Reply.ok(contentType, caching, gzip.duplicate()).with(CONTENT_ENCODING, GZIP)
            : Reply.ok(contentType, caching, content.duplicate());
    return reply.with(VARY, ACCEPT_ENCODING);
  }

  @Override
  public String toString() {
    return "StaticFile";
  }
}
