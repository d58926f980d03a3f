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
    write("pages/index.md", "# Start\n\nBegins.\n");
    write("pages/second.md", "# Second\n\nGoes on.\n\n## One & only\n\n## `GET /two`: next\n");
    write("spec.md", "# Spec\n\nEnds.\n");
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
  void aPageWhoseSourceIsGoneGoesToo() throws Exception {
    render();
    assertTrue(Files.exists(root.resolve("out/second.html")));
    Files.delete(root.resolve("pages/second.md"));
    write("pages/navigation.md", "- [Start](index.md)\n- [Spec](../spec.md)\n");
    render();
    assertFalse(Files.exists(root.resolve("out/second.html")));
    assertTrue(Files.exists(root.resolve("out/index.html")));
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
        "# Start\n\n[a](third.md) [b](second.md#three) [c](#two) [d](javascript:x) ![e](f.svg)\n");
    write("pages/lost.md", "no heading\n");
    write("spec.md", "# Spec\n\n- no paragraph\n");
    List<String> faults = assertThrows(BrokenPageException.class, this::render).faults();
    Path pages = root.toRealPath().resolve("pages");
    assertEquals(
        List.of(
            pages + "/index.md: the link third.md leads nowhere",
            pages + "/index.md: the link second.md#three leads nowhere",
            pages + "/index.md: the link #two leads nowhere",
            pages + "/index.md: the link javascript:x leads nowhere",
            pages + "/index.md: the drawing f.svg is missing",
            pages + "/lost.md: a page begins with a heading",
            root.toRealPath() + "/spec.md: a page has a paragraph that says what it is about",
            pages + "/lost.md: not in the navigation"),
        faults);
  }

  @Test
  void headingsHaveTheAnchorsThatGitHubGivesThem() throws Exception {
    write(
        "pages/second.md",
        "# Second\n\nx\n\n## 1. Terms\n\n## `GET /api/x`?\n\n## Same\n\n## Same\n");
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
  void aPageLeadsToTheOnesBeforeAndBehindItInTheNavigation() throws Exception {
    render();
    assertContains("second", "<a rel=\"prev\" href=\"./\"><span>Previous</span> Start</a>");
    assertContains("second", "<a rel=\"next\" href=\"spec\"><span>Next</span> Spec</a>");
    assertFalse(html("index").contains("rel=\"prev\""));
    assertFalse(html("spec").contains("rel=\"next\""));
  }

  @Test
  void thePagesOfTheNavigationMayBeGrouped() throws Exception {
    write(
        "pages/navigation.md",
        "- First\n  - [Spec](../spec.md)\n- Then\n  - [2](second.md)\n  - [1](index.md)\n");
    render();
    assertContains("second", "<a rel=\"prev\" href=\"spec\"><span>Previous</span> Spec</a>");
    assertContains("second", "<a rel=\"next\" href=\"./\"><span>Next</span> Start</a>");
  }

  @Test
  void aPageIsDescribedByItsFirstParagraph() throws Exception {
    write("pages/index.md", "# Start\n\nSays \"a\" and\n`b`, [so](second.md).\n\nAnd more.\n");
    render();
    assertContains(
        "index", "<meta name=\"description\" content=\"Says &quot;a&quot; and b, so.\">");
  }

  @Test
  void aSectionHasALinkToItselfBesideItsHeading() throws Exception {
    render();
    assertContains(
        "second",
        "<h2 id=\"one--only\">One &amp; only</h2>\n<a href=\"#one--only\""
            + " aria-label=\"Link to this section: One &amp; only\"></a>");
    assertContains("second", "<h1 id=\"second\">Second</h1>\n<p>");
  }

  @Test
  void whatMayScrollCanBeFocusedAndIsNamedAfterItsSection() throws Exception {
    write("pages/index.md", "# Start\n\nx\n\n## How\n\n- y\n\n  ```\n  z\n  ```\n\n| a |\n|---|\n");
    render();
    assertContains("index", "<pre tabindex=\"0\" role=\"group\" aria-label=\"Code: How\"><code>z");
    assertContains(
        "index", "<div tabindex=\"0\" role=\"group\" aria-label=\"Table: How\">\n<table>");
  }

  @Test
  void aDrawingIsAPartOfThePage() throws Exception {
    write("pages/a.svg", "<svg><path d=\"M0 0\"/></svg>\n");
    write("pages/index.md", "# Start\n\n![An \"a\"](a.svg)\n");
    render();
    assertContains(
        "index",
        "<span role=\"img\" aria-label=\"An &quot;a&quot;\"><svg><path d=\"M0 0\"/></svg>");
  }

  @Test
  void markupInAPageIsText() throws Exception {
    write("pages/index.md", "# A `<b>`\n\nx\n\n<script>x</script>\n");
    render();
    assertContains("index", "<title>A &lt;b&gt; · Pug Network</title>");
    assertContains("index", "&lt;script&gt;");
    assertFalse(html("index").contains("<script>"));
  }

  @Test
  void tablesAreTables() throws Exception {
    write("pages/index.md", "# Start\n\nx\n\n| a | b |\n|---|---|\n| c | d |\n");
    render();
    assertContains("index", "<th>a</th>");
    assertContains("index", "<td role=\"rowheader\">c</td>");
    assertContains("index", "<td>d</td>");
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
