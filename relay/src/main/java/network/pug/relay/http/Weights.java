package network.pug.relay.http;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a client takes, and how gladly (RFC 9110 section 12.4.2). */
final class Weights {
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9a-z-]+";
  private static final Pattern CODING = Pattern.compile(TOKEN);
  private static final Pattern MEDIA_RANGE = Pattern.compile(TOKEN + "/" + TOKEN);
  private static final Pattern WEIGHT =
      Pattern.compile("q=(?:0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)");

  private Weights() {}

  /**
   * By lower-case name, the weights that a header gives to codings and media ranges, whose
   * parameters are passed over; what is not of the RFC's form has none.
   */
  static Map<String, Double> of(HttpHeaders headers, CharSequence name) {
    Map<String, Double> weights = new HashMap<>();
    for (String item : String.join(",", headers.getAll(name)).split(",", -1)) {
      read(item.toLowerCase(Locale.ROOT).split(";", -1), weights);
    }
    return weights;
  }

  private static void read(String[] parts, Map<String, Double> weights) {
    String name = parts[0].strip();
    boolean mediaRange = MEDIA_RANGE.matcher(name).matches();
    double weight = 1;
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (WEIGHT.matcher(parameter).matches()) {
        weight = Double.parseDouble(parameter.substring(2));
      } else if (!mediaRange || parameter.startsWith("q=")) {
        return;
      }
    }
    if (mediaRange || CODING.matcher(name).matches()) {
      weights.put(name, weight);
    }
  }
}
