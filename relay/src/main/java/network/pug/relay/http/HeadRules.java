package network.pug.relay.http;

import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_LENGTH;
import static io.netty.handler.codec.http.HttpHeaderNames.HOST;
import static io.netty.handler.codec.http.HttpHeaderNames.TRANSFER_ENCODING;
import static io.netty.handler.codec.http.HttpResponseStatus.BAD_REQUEST;

import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a head that the parser lets pass must be, before anything of it counts (RFC 9112 sections
 * 2.3, 3.2 and 6.1).
 */
final class HeadRules {
  /** Host and port (RFC 3986 section 3.2.2); an http URI has a host (RFC 9110 section 4.2.1). */
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "(?:(?:[\\w.~!$&'()*+,;=-]++|%\\p{XDigit}{2})+|\\[[\\p{XDigit}:.]+\\])(?::[0-9]{0,5})?");

  /** The longest name that DNS has, and a port. */
  private static final int MAX_AUTHORITY_CHARACTERS = 253 + ":65535".length();

  /** The form that a proxy may use (RFC 9112 section 3.2.2). */
  private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://([^/?]*)");

  private HeadRules() {}

  /** Requires all of it. */
  static void require(HttpRequest request) throws ProblemException {
    HttpVersion version = request.protocolVersion();
    if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
      throw new ProblemException(
          HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED, "The relay speaks HTTP/1.1.");
    }
    requireTarget(request);
    requireFraming(request);
  }

  /** The target without the scheme and the authority of its absolute form. */
  static String target(HttpRequest request) {
    if (request.uri().startsWith("/")) {
      return request.uri();
    }
    Matcher absolute = ABSOLUTE.matcher(request.uri());
    if (!absolute.lookingAt()) {
      return request.uri();
    }
    String rest = request.uri().substring(absolute.end());
    return rest.startsWith("/") ? rest : "/" + rest;
  }

  private static void requireTarget(HttpRequest request) throws ProblemException {
    if (!target(request).startsWith("/")) {
      throw new ProblemException(BAD_REQUEST, "The request target must be a path.");
    }
    List<String> hosts = request.headers().getAll(HOST);
    boolean needed = request.protocolVersion().equals(HttpVersion.HTTP_1_1);
    if (hosts.size() > 1 || (needed && hosts.isEmpty())) {
      throw new ProblemException(BAD_REQUEST, "One Host header is required.");
    }
    Matcher absolute = ABSOLUTE.matcher(request.uri());
    String authority = absolute.lookingAt() ? absolute.group(1) : null;
    for (String host : hosts) {
      requireAuthority(host);
      if (authority != null && !host.equalsIgnoreCase(authority)) {
        throw new ProblemException(
            BAD_REQUEST, "The Host header must be that of the request target.");
      }
    }
    if (authority != null) {
      requireAuthority(authority);
    }
  }

  private static void requireAuthority(String text) throws ProblemException {
    if (text.length() > MAX_AUTHORITY_CHARACTERS || !AUTHORITY.matcher(text).matches()) {
      throw new ProblemException(BAD_REQUEST, "There is no valid host, and port, in the request.");
    }
  }

  private static void requireFraming(HttpRequest request) throws ProblemException {
    List<String> codings = request.headers().getAll(TRANSFER_ENCODING);
    if (!codings.isEmpty()
        && !(codings.size() == 1
            && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.getFirst()))) {
      throw new ProblemException(
          HttpResponseStatus.NOT_IMPLEMENTED, "The one transfer coding here is chunked.");
    }
    // To the parser a draft of WebSocket (hixie-76) has a body of eight bytes that nobody declares.
    if (!request.headers().contains(CONTENT_LENGTH) && HttpUtil.getContentLength(request, 0L) > 0) {
      throw new ProblemException(BAD_REQUEST, "This version of WebSocket is not spoken here.");
    }
  }
}
