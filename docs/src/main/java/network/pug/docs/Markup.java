package network.pug.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * The HTML of Markdown, where it is more than CommonMark asks for: a section has a link to itself,
 * what may scroll sideways can be reached by keyboard and has a name, the first cell of a row is
 * its header, and a drawing becomes a part of the page, so that the style sheets colour it.
 */
final class Markup implements NodeRenderer {
  /** Holds a table, which may be wider than the page. */
  private static final class Scroller extends CustomBlock {}

  private final Map<Heading, String> anchors;
  private final HtmlNodeRendererContext context;
  private final HtmlWriter html;

  private Markup(Map<Heading, String> anchors, HtmlNodeRendererContext context) {
    this.anchors = anchors;
    this.context = context;
    this.html = context.getWriter();
  }

  /**
   * Renders a node; its tables are wrapped for that.
   *
   * @param anchors the ids of its headings
   */
  static String html(Map<Heading, String> anchors, Node node) {
    for (Node block = node.getFirstChild(); block != null; block = block.getNext()) {
      if (block instanceof TableBlock table) {
        block = new Scroller();
        table.insertBefore(block);
        block.appendChild(table);
      }
    }
    return HtmlRenderer.builder()
        .extensions(List.of(Page.TABLES))
        .nodeRendererFactory(context -> new Markup(anchors, context))
        .attributeProviderFactory(context -> Markup::addAttributes)
        .escapeHtml(true)
        .build()
        .render(node);
  }

  private static void addAttributes(Node node, String tag, Map<String, String> attributes) {
    if (tag.equals("pre")) {
      attributes.putAll(scrolling("Code", node));
    } else if (node instanceof TableCell cell && !cell.isHeader() && cell.getPrevious() == null) {
      attributes.put("role", "rowheader");
    }
  }

  /** The attributes of what may scroll sideways, which is named after its section. */
  private static Map<String, String> scrolling(String what, Node node) {
    Node before = node;
    while (before != null && !(before instanceof Heading)) {
      before = before.getPrevious() == null ? before.getParent() : before.getPrevious();
    }
    String name = before == null ? what : what + ": " + Page.text(before);
    return inOrder("tabindex", "0", "role", "group", "aria-label", name);
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(Heading.class, Scroller.class, Image.class);
  }

  @Override
  public void render(Node node) {
    switch (node) {
      case Heading heading -> heading(heading);
      case Image drawing -> drawing(drawing);
      default -> block("div", scrolling("Table", node), node);
    }
  }

  private void heading(Heading heading) {
    String tag = "h" + heading.getLevel();
    String anchor = anchors.getOrDefault(heading, "");
    if (heading.getLevel() == 1) {
      block(tag, Map.of("id", anchor), heading);
      return;
    }
    html.line();
    html.tag("div", Map.of("class", "section"));
    block(tag, Map.of("id", anchor), heading);
    String label = "Link to this section: " + Page.text(heading);
    html.tag("a", inOrder("href", '#' + anchor, "aria-label", label));
    html.tag("/a");
    html.tag("/div");
    html.line();
  }

  private void drawing(Image drawing) {
    html.tag("span", inOrder("role", "img", "aria-label", Page.text(drawing)));
    try {
      html.raw(Files.readString(Path.of(drawing.getDestination())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    html.tag("/span");
  }

  private void block(String tag, Map<String, String> attributes, Node node) {
    html.line();
    html.tag(tag, attributes);
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      context.render(child);
    }
    html.tag('/' + tag);
    html.line();
  }

  /** A map that keeps its order, so that every build renders the same bytes. */
  private static Map<String, String> inOrder(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
