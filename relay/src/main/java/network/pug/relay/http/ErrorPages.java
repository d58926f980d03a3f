package network.pug.relay.http;

import static io.netty.handler.codec.http.HttpHeaderNames.ACCEPT;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_TYPE;
import static io.netty.handler.codec.http.HttpHeaderNames.VARY;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Problems as pages, for who has navigated to one. A client that does not ask for a page gets the
 * problem document. Immutable, and safe for any thread.
 */
final class ErrorPages {
  /** In a path with more folders than any of ours, addresses need not survive every proxy. */
  private static final int MOST_STEPS = 50;

  private final String basePath;
  private final String template;

  private record Words(String title, String advice) {
    @Override
    public String toString() {
      return "Words";
    }
  }

  /**
   * The pages of a relay.
   *
   * @param basePath the path that everything lives under, with a slash at both ends
   */
  ErrorPages(String basePath, Assets assets) {
    this.basePath = basePath;
    this.template =
        read()
            .replace("{style}", assets.pathOf("css/main.css"))
            .replace("{mark}", assets.pathOf("img/mark.svg"));
  }

  /** The answer as it is, or as a page if it is a problem and the request asks for a page. */
  Reply dress(Reply reply, HttpRequest request) {
    String detail = reply.detail();
    if (detail == null) {
      return reply;
    }
    reply.with(VARY, ACCEPT);
    if (!asksForPage(request.headers())) {
      return reply;
    }
    Words words = words(reply.status());
    String page =
        template
            .replace("{home}", home(Request.path(request)))
            .replace("{title}", words.title)
            .replace("{what}", detail)
            .replace("{advice}", words.advice);
    reply.body().release();
    return new Reply(
        reply.status(),
        reply.headers().set(CONTENT_TYPE, "text/html; charset=utf-8"),
        Unpooled.wrappedBuffer(page.getBytes(UTF_8)),
        reply.close(),
        detail);
  }

  /** Whether a client names pages, and wants none less than problem documents. */
  private static boolean asksForPage(HttpHeaders headers) {
    Map<String, Double> weights = Weights.of(headers, ACCEPT);
    double any = weights.getOrDefault("application/*", weights.getOrDefault("*/*", 0.0));
    double page = weights.getOrDefault("text/html", 0.0);
    return page > 0 && page >= weights.getOrDefault("application/problem+json", any);
  }

  /**
   * The way from a path to the relay's first page: relative, so that it holds where a proxy has
   * taken a part of the path away.
   */
  private String home(String path) {
    boolean within = path.startsWith(basePath);
    String rest = path.substring(within ? basePath.length() : Math.min(1, path.length()));
    long steps = rest.chars().filter(character -> character == '/').count();
    if (steps > MOST_STEPS) {
      return basePath;
    }
    return "./" + "../".repeat((int) steps) + (within ? "" : basePath.substring(1));
  }

  private static Words words(HttpResponseStatus status) {
    return switch (status.code()) {
      case 404 ->
          new Words(
              "Page not found",
              "Look at the address again: a part of it may be missing, or something may stand"
                  + " behind it that does not belong there.");
      case 503 -> new Words("No place at the moment", "Wait a minute, then load this page again.");
      default ->
          status.code() < 500
              ? new Words(
                  "This did not work",
                  "What is at this address is for programs, or the request was damaged on its"
                      + " way.")
              : new Words(
                  "Something went wrong here",
                  "Load this page again. If that does not help, tell whoever runs this relay.");
    };
  }

  private static String read() {
    try (InputStream file = ErrorPages.class.getResourceAsStream("error.html")) {
      if (file == null) {
        throw new IllegalStateException("error.html is missing from the build");
      }
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("error.html cannot be read", e);
    }
  }
}
