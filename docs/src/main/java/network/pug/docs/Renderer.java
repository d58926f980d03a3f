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
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Renders Markdown files into static HTML. Style sheets are addressed by {@code "/assets/}, which
 * the relay completes; all other links are relative.
 */
public final class Renderer {
  private static final String NAVIGATION = "navigation";

  private final Page navigation;
  private final List<Page> pages;
  private final String template;

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
   *     navigation.md} as well; files that are to be pages too
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
      for (Path file : Stream.concat(files.sorted(), more.stream()).toList()) {
        Page page = Page.read(file);
        if (!page.name().equals(NAVIGATION)) {
          pages.add(page);
        }
      }
    }
    Links.resolve(navigation, pages);
    Renderer renderer = new Renderer(navigation, pages);
    Files.createDirectories(target);
    for (Page page : renderer.pages) {
      Files.writeString(target.resolve(page.name() + ".html"), renderer.html(page));
    }
  }

  private String html(Page page) {
    String here = "href=\"" + page.address() + '"';
    return template
        .replace("{title}", html(Map.of(), new org.commonmark.node.Text(page.title())))
        .replace(
            "{navigation}",
            html(Map.of(), navigation.content()).replace(here, here + " aria-current=\"page\""))
        .replace("{contents}", html(Map.of(), page.contents()))
        .replace("{page}", html(page.anchors(), page.content()));
  }

  private static String html(Map<Heading, String> anchors, Node node) {
    AttributeProvider attributes =
        (element, tag, values) -> {
          if (element instanceof Heading heading && anchors.containsKey(heading)) {
            values.put("id", anchors.get(heading));
          } else if (tag.equals("pre")) {
            // It may scroll, and is to be reached by keyboard then.
            values.put("tabindex", "0");
          }
        };
    return HtmlRenderer.builder()
        .extensions(List.of(Page.TABLES))
        .attributeProviderFactory(context -> attributes)
        .escapeHtml(true)
        .build()
        .render(node);
  }
}
