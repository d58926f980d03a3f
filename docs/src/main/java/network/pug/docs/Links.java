package network.pug.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * The links between pages. In the source they lead from file to file, so that they work wherever
 * the repository is read; in HTML from page to page. One to a file that is no page becomes its
 * text, for a relay does not serve that file.
 */
final class Links {
  private static final Pattern ABSOLUTE = Pattern.compile("https?://.*");

  private final Map<Path, Page> pages = new HashMap<>();
  private final List<String> faults = new ArrayList<>();

  private Links() {}

  /**
   * Rewrites the links of all pages and returns the pages in the navigation's order.
   *
   * @throws BrokenPageException if a link or a drawing leads nowhere, or a page lacks its title,
   *     its first paragraph, or its place in the navigation
   */
  static List<Page> resolve(Page navigation, List<Page> pages) throws BrokenPageException {
    Links links = new Links();
    pages.forEach(page -> links.pages.put(page.source(), page));
    List<Page> reached = links.resolve(navigation);
    List<Page> unreached = new ArrayList<>(pages);
    unreached.removeAll(reached);
    for (Page page : pages) {
      links.resolve(page);
      if (page.title().isEmpty()) {
        links.faults.add(page.source() + ": a page begins with a heading");
      }
      if (page.description().isEmpty()) {
        links.faults.add(page.source() + ": a page has a paragraph that says what it is about");
      }
    }
    unreached.forEach(page -> links.faults.add(page.source() + ": not in the navigation"));
    if (!links.faults.isEmpty()) {
      throw new BrokenPageException(links.faults);
    }
    return reached;
  }

  /** Rewrites the links of one page and returns the pages that they lead to. */
  private List<Page> resolve(Page from) {
    List<Page> reached = new ArrayList<>();
    from.content()
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Image drawing) {
                Path file = from.source().resolveSibling(drawing.getDestination()).normalize();
                if (!Files.exists(file)) {
                  faults.add(
                      from.source() + ": the drawing " + drawing.getDestination() + " is missing");
                }
                drawing.setDestination(file.toString());
              }

              @Override
              public void visit(Link link) {
                visitChildren(link);
                if (ABSOLUTE.matcher(link.getDestination()).matches()) {
                  return;
                }
                String[] parts = link.getDestination().split("#", 2);
                Path file = from.source().resolveSibling(parts[0]).normalize();
                Page to = parts[0].isEmpty() ? from : pages.get(file);
                String anchor = parts.length < 2 ? "" : parts[1];
                if (to == null && Files.exists(file)) {
                  unwrap(link);
                } else if (to == null
                    || (!anchor.isEmpty() && !to.anchors().containsValue(anchor))) {
                  faults.add(
                      from.source() + ": the link " + link.getDestination() + " leads nowhere");
                } else {
                  reached.add(to);
                  link.setDestination(
                      (parts[0].isEmpty() ? "" : to.address())
                          + (anchor.isEmpty() ? "" : '#' + anchor));
                }
              }
            });
    return reached;
  }

  private static void unwrap(Link link) {
    for (Node child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
      link.insertBefore(child);
    }
    link.unlink();
  }
}
