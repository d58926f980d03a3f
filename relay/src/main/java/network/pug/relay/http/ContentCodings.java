package network.pug.relay.http;

import static io.netty.handler.codec.http.HttpHeaderNames.ACCEPT_ENCODING;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The content codings that a client takes (RFC 9110, 12.5.3). */
final class ContentCodings {
  /** One coding with its weight (RFC 9110, 12.4.2), between optional white space. */
  private static final Pattern CODING =
      Pattern.compile(
          "[ \\t]*([!#$%&'*+.^_`|~0-9A-Za-z-]+)"
              + "(?:[ \\t]*;[ \\t]*[qQ]=(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?))?[ \\t]*");

  private ContentCodings() {}

  /**
   * Whether a client prefers gzip over no coding at all. One that does not say what it takes may
   * not know how to undo gzip, so it gets none; what is not of the RFC's form says nothing.
   */
  static boolean prefersGzip(HttpHeaders headers) {
    Map<String, Double> weights = new HashMap<>();
    for (String coding : String.join(",", headers.getAll(ACCEPT_ENCODING)).split(",", -1)) {
      Matcher matcher = CODING.matcher(coding);
      if (matcher.matches()) {
        String name = matcher.group(1).toLowerCase(Locale.ROOT);
        String weight = matcher.group(2);
        weights.put(
            name.equals("x-gzip") ? "gzip" : name, weight == null ? 1 : Double.valueOf(weight));
      }
    }
    double gzip = weights.getOrDefault("gzip", weights.getOrDefault("*", 0.0));
    return gzip > 0 && gzip >= weights.getOrDefault("identity", 0.0);
  }
}
