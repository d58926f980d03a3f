package network.pug.relay.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A complete request.
 *
 * @param path the path as sent, not percent-decoded: nothing of ours needs an escape
 * @param address where the client thinks that it is
 * @param credentials what stood behind {@code Bearer}, owned by the connection; empty if nothing
 *     did
 * @param body the body, owned by the connection
 */
record Request(
    HttpVersion version,
    String path,
    String query,
    HttpHeaders headers,
    PublicAddress address,
    ByteBuf credentials,
    ByteBuf body) {
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+");

  /** More than a request line can hold. */
  private static final int MAX_PARAMETERS = 4096;

  private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

  /**
   * Splits the request target: origin form, or the absolute form a proxy may use (RFC 9112 3.2).
   */
  static Request of(HttpRequest head, PublicAddress address, ByteBuf credentials, ByteBuf body) {
    String target = HeadRules.target(head);
    int mark = target.indexOf('?');
    return new Request(
        head.protocolVersion(),
        mark < 0 ? target : target.substring(0, mark),
        mark < 0 ? "" : target.substring(mark + 1),
        head.headers(),
        address,
        credentials,
        body);
  }

  /** The path of a request, whatever its form. */
  static String path(HttpRequest head) {
    return HeadRules.target(head).replaceFirst("\\?.*", "");
  }

  /**
   * An integer of the query, absent or given once. One beyond the range of a long becomes the
   * largest or smallest, for all of them are clamped later.
   */
  OptionalLong integer(String name) throws ProblemException {
    List<String> values;
    try {
      values =
          new QueryStringDecoder(query, UTF_8, false, MAX_PARAMETERS, true)
              .parameters()
              .getOrDefault(name, List.of());
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          HttpResponseStatus.BAD_REQUEST, "The query is not percent-encoded properly.");
    }
    if (values.isEmpty()) {
      return OptionalLong.empty();
    }
    String value = values.getFirst();
    if (values.size() > 1 || !DECIMAL.matcher(value).matches()) {
      throw new ProblemException(
          HttpResponseStatus.BAD_REQUEST, "'" + name + "' must be one decimal integer.");
    }
    return OptionalLong.of(new BigInteger(value).min(LARGEST).max(LARGEST.negate()).longValue());
  }

  @Override
  public String toString() {
    return "Request";
  }
}
