package network.pug.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The documentation as a visitor walks through it, from its first page along every link. */
class DocumentationTest {
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
  private static final Map<URI, HttpResponse<String>> PAGES = new TreeMap<>();
  private static final Map<URI, URI> LINKED_FROM = new TreeMap<>();

  private static RelayServer relay;
  private static HttpClient http;

  @BeforeAll
  static void walk() throws Exception {
    relay = RelayServer.start(RelayConfig.parse(List.of("--port", "0"), Map.of()), () -> {});
    http = HttpClient.newHttpClient();
    Queue<URI> ahead = new ArrayDeque<>(List.of(at("/docs/")));
    for (URI page = ahead.poll(); page != null; page = ahead.poll()) {
      HttpResponse<String> response = get(page);
      PAGES.put(page, response);
      for (String link : LINK.matcher(response.body()).results().map(m -> m.group(1)).toList()) {
        URI target = page.resolve(link);
        LINKED_FROM.putIfAbsent(target, page);
        URI next = URI.create(target.toString().replaceFirst("#.*", ""));
        if (isPage(next) && !PAGES.containsKey(next) && !ahead.contains(next)) {
          ahead.add(next);
        }
      }
    }
  }

  @AfterAll
  static void stop() {
    http.close();
    relay.close();
  }

  @Test
  void everyPageOfTheSourceIsReached() throws IOException {
    try (var files = Files.list(Path.of("../docs/pages"))) {
      TreeSet<URI> expected =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".md"))
              .map(name -> name.replace(".md", ""))
              .filter(name -> !name.equals("navigation"))
              .map(name -> at("/docs/" + (name.equals("index") ? "" : name)))
              .collect(Collectors.toCollection(TreeSet::new));
      expected.add(at("/docs/protocol"));
      assertEquals(expected, PAGES.keySet());
    }
  }

  @Test
  void everyPageIsHtmlUnderTheClientsPolicyAndNeverStored() throws Exception {
    String policy = get(at("/")).headers().firstValue("Content-Security-Policy").orElseThrow();
    PAGES.forEach(
        (page, response) -> {
          assertEquals(200, response.statusCode(), page::toString);
          assertEquals("text/html; charset=utf-8", header(response, "Content-Type"));
          assertEquals(policy, header(response, "Content-Security-Policy"));
          assertEquals("no-store", header(response, "Cache-Control"));
        });
  }

  @Test
  void noPageHasScriptOrStyleOfItsOwn() {
    PAGES.forEach(
        (page, response) ->
            assertFalse(
                Pattern.compile("<script|<style| style=| on[a-z]+=")
                    .matcher(response.body())
                    .find(),
                page::toString));
  }

  @Test
  void everyPageHasALanguageATitleAndAWayPastTheNavigation() {
    PAGES.forEach(
        (page, response) -> {
          String html = response.body();
          assertTrue(html.contains("<html lang=\"en\">"), page::toString);
          assertTrue(Pattern.compile("<title>[^<]+ · Pug Network</title>").matcher(html).find());
          assertTrue(html.contains("<a class=\"skip\" href=\"#main\">"), page::toString);
        });
  }

  @Test
  void everyLinkWithinTheRelayLeadsSomewhere() throws Exception {
    for (var link : LINKED_FROM.entrySet()) {
      URI target = link.getKey();
      if (!target.getAuthority().equals(at("/").getAuthority())) {
        continue;
      }
      HttpResponse<String> response = get(target);
      assertEquals(200, response.statusCode(), link::toString);
      if (target.getFragment() != null) {
        assertTrue(response.body().contains("id=\"" + target.getFragment() + '"'), link::toString);
      }
    }
  }

  @Test
  void withoutItsSlashTheFirstPageIsElsewhere() throws Exception {
    HttpResponse<String> response = get(at("/docs"));
    assertEquals(308, response.statusCode());
    assertEquals(at("/docs/"), at("/docs").resolve(header(response, "Location")));
  }

  @Test
  void anUnknownPageIsAProblem() throws Exception {
    for (String path : List.of("/docs/none", "/docs/faq/", "/docs/index", "/docs/faq.html")) {
      HttpResponse<String> response = get(at(path));
      assertEquals(404, response.statusCode(), path);
      assertEquals("application/problem+json", header(response, "Content-Type"));
    }
  }

  private static boolean isPage(URI uri) {
    return uri.toString().startsWith(at("/docs/").toString());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private static URI at(String path) {
    return URI.create(relay.url() + path);
  }
}
