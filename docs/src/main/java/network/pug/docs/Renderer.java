package network.pug.docs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.commonmark.node.Text;

/**
 * Renders Markdown files into static HTML. Style sheets are addressed by {@code "/assets/}, which
 * the relay completes; all other links are relative.
 */
public final class Renderer {
  private static final String NAVIGATION = "navigation";

  private final Page navigation;
  private final List<Page> pages;
  private final String template;

  /** With the pages in the navigation's order. */
  private Renderer(Page navigation, List<Page> pages) throws IOException {
    this.navigation = navigation;
    this.pages = pages;
    try (InputStream in = Objects.requireNonNull(Renderer.class.getResourceAsStream("page.html"))) {
      template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * Renders.
   *
   * @param arguments the folder to write to; the folder of the pages, which holds {@code
   *     navigation.md} and drawings as well; files that are to be pages too
   */
  public static void main(String[] arguments) throws IOException {
    List<Path> files = Stream.of(arguments).skip(2).map(Path::of).toList();
    try {
      render(Path.of(arguments[0]), Path.of(arguments[1]), files);
    } catch (BrokenPageException e) {
      e.faults().forEach(fault -> System.err.println("[ERROR] " + fault));
      System.exit(1);
    }
  }

  static void render(Path target, Path folder, List<Path> more)
      throws IOException, BrokenPageException {
    List<Page> pages = new ArrayList<>();
    Page navigation = Page.read(folder.resolve(NAVIGATION + ".md"));
    try (Stream<Path> files = Files.list(folder)) {
      Stream<Path> texts = files.filter(file -> file.toString().endsWith(".md")).sorted();
      for (Path file : Stream.concat(texts, more.stream()).toList()) {
        Page page = Page.read(file);
        if (!page.name().equals(NAVIGATION)) {
          pages.add(page);
        }
      }
    }
    Renderer renderer = new Renderer(navigation, Links.resolve(navigation, pages));
    Files.createDirectories(target);
    removeFiles(target);
    for (Page page : renderer.pages) {
      Files.writeString(target.resolve(page.name() + ".html"), renderer.html(page));
    }
  }

  /** Pages of an earlier build, whose sources may be gone. */
  private static void removeFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  private String html(Page page) {
    String here = "href=\"" + page.address() + '"';
    int place = pages.indexOf(page);
    return template
        .replace("{title}", escape(page.title()))
        .replace("{description}", escape(page.description()))
        .replace(
            "{navigation}",
            Markup.html(Map.of(), navigation.content())
                .replace(here, here + " aria-current=\"page\""))
        .replace("{contents}", Markup.html(Map.of(), page.contents()))
        .replace("{previous}", link("prev", "Previous", place - 1))
        .replace("{next}", link("next", "Next", place + 1))
        .replace("{page}", Markup.html(page.anchors(), page.content()));
  }

  /** A link to the page at a place in the navigation's order; empty where there is none. */
  private String link(String relation, String label, int place) {
    if (place < 0 || place == pages.size()) {
      return "";
    }
    Page page = pages.get(place);
    return String.format(
        "<a rel=\"%s\" href=\"%s\"><span>%s</span> %s</a>",
        relation, page.address(), label, escape(page.title()));
  }

  private static String escape(String text) {
    return Markup.html(Map.of(), new Text(text));
  }
}
