package network.pug.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RendererTest {
  @TempDir Path root;

  @BeforeEach
  void writePages() throws IOException {
    write(
        "pages/navigation.md",
        "- [Start](index.md)\n- [Second](second.md)\n- [Spec](../spec.md)\n");
    write("pages/index.md", "# Start\n");
    write("pages/second.md", "# Second\n\n## One & only\n\n## `GET /two`: next\n");
    write("spec.md", "# Spec\n");
  }

  @Test
  void aLinkToAFileBecomesOneToItsPage() throws Exception {
    write("pages/index.md", "# Start\n\n[a](second.md) [b](second.md#one--only) [c](../spec.md)\n");
    write("spec.md", "# Spec\n\n[d](pages/index.md)\n");
    render();
    assertContains("index", "<a href=\"second\">a</a>");
    assertContains("index", "<a href=\"second#one--only\">b</a>");
    assertContains("index", "<a href=\"spec\">c</a>");
    assertContains("spec", "<a href=\"./\">d</a>");
  }

  @Test
  void aLinkToAnotherSiteStays() throws Exception {
    write("pages/index.md", "# Start\n\n[a](https://example.org/b.md)\n");
    render();
    assertContains("index", "<a href=\"https://example.org/b.md\">a</a>");
  }

  @Test
  void aLinkToAFileThatIsNoPageBecomesItsText() throws Exception {
    write("LICENSE", "free");
    write("pages/index.md", "# Start\n\nSee [the `LICENSE`](../LICENSE).\n");
    render();
    assertContains("index", "<p>See the <code>LICENSE</code>.</p>");
  }

  @Test
  void everyFaultIsNamedWithItsFile() throws Exception {
    write(
        "pages/index.md",
        "# Start\n\n[a](third.md) [b](second.md#three) [c](#two) [d](javascript:x)\n");
    write("pages/lost.md", "no heading\n");
    List<String> faults = assertThrows(BrokenPageException.class, this::render).faults();
    Path pages = root.toRealPath().resolve("pages");
    assertEquals(
        List.of(
            pages + "/index.md: the link third.md leads nowhere",
            pages + "/index.md: the link second.md#three leads nowhere",
            pages + "/index.md: the link #two leads nowhere",
            pages + "/index.md: the link javascript:x leads nowhere",
            pages + "/lost.md: a page begins with a heading",
            pages + "/lost.md: not in the navigation"),
        faults);
  }

  @Test
  void headingsHaveTheAnchorsThatGitHubGivesThem() throws Exception {
    write("pages/second.md", "# Second\n\n## 1. Terms\n\n## `GET /api/x`?\n\n## Same\n\n## Same\n");
    render();
    assertContains("second", "<h2 id=\"1-terms\">");
    assertContains("second", "<h2 id=\"get-apix\">");
    assertContains("second", "<h2 id=\"same\">");
    assertContains("second", "<h2 id=\"same-1\">");
  }

  @Test
  void aPageWithSectionsHasATableOfContents() throws Exception {
    render();
    assertContains("second", "<li><a href=\"#one--only\">One &amp; only</a></li>");
    assertContains("second", "<li><a href=\"#get-two-next\">GET /two: next</a></li>");
    assertFalse(html("index").contains("href=\"#start\""));
  }

  @Test
  void aPageMarksItselfInTheNavigation() throws Exception {
    render();
    assertContains("index", "<a href=\"./\" aria-current=\"page\">Start</a>");
    assertContains("index", "<a href=\"second\">Second</a>");
    assertContains("second", "<a href=\"second\" aria-current=\"page\">Second</a>");
  }

  @Test
  void markupInAPageIsText() throws Exception {
    write("pages/index.md", "# A `<b>`\n\n<script>x</script>\n");
    render();
    assertContains("index", "<title>A &lt;b&gt; · Pug Network</title>");
    assertContains("index", "&lt;script&gt;");
    assertFalse(html("index").contains("<script>"));
  }

  @Test
  void tablesAreTables() throws Exception {
    write("pages/index.md", "# Start\n\n| a |\n|---|\n| b |\n");
    render();
    assertContains("index", "<td>b</td>");
  }

  private void render() throws IOException, BrokenPageException {
    Path real = root.toRealPath();
    Renderer.render(real.resolve("out"), real.resolve("pages"), List.of(real.resolve("spec.md")));
  }

  private void write(String file, String text) throws IOException {
    Path path = root.toRealPath().resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private String html(String page) throws IOException {
    return Files.readString(root.toRealPath().resolve("out").resolve(page + ".html"));
  }

  private void assertContains(String page, String part) throws IOException {
    assertTrue(html(page).contains(part), () -> part);
  }
}
