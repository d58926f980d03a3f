package network.pug.e2e.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An HTTP answer as it came.
 *
 * @param headers by lower-case name
 * @param body byte for byte as ISO 8859-1
 */
public record Answer(int status, Map<String, List<String>> headers, String body) {
  private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"([^\":#]+)[\"#]");

  /** The one value of a header that must be there once. */
  public String header(String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    assertEquals(1, values.size(), () -> name + " in " + this);
    return values.getFirst();
  }

  /** Whether a header is there. */
  public boolean has(String name) {
    return headers.containsKey(name);
  }

  /** This answer, having checked its status. */
  public Answer expect(int expected) {
    assertEquals(expected, status, this::toString);
    return this;
  }

  /** The body, which must be declared and be a JSON object. */
  public JsonObject json() {
    assertEquals("application/json", mediaType(), this::toString);
    return JsonParser.parseString(body).getAsJsonObject();
  }

  /** This answer, having checked that it is a problem document of RFC 9457 for its status. */
  public Answer expectProblem(int expected) {
    expect(expected);
    assertEquals("application/problem+json", mediaType(), this::toString);
    JsonObject problem = JsonParser.parseString(body).getAsJsonObject();
    assertEquals(expected, problem.get("status").getAsInt());
    for (String field : List.of("type", "title", "detail")) {
      assertFalse(problem.get(field).getAsString().isBlank(), () -> field + " of " + body);
    }
    return this;
  }

  /** What a page refers to on its own host, and there is something, as the page writes it. */
  public List<String> references() {
    List<String> references =
        REFERENCE.matcher(body).results().map(reference -> reference.group(1)).toList();
    assertFalse(references.isEmpty(), body);
    return references;
  }

  private String mediaType() {
    return header("content-type").split(";", -1)[0].strip();
  }
}
