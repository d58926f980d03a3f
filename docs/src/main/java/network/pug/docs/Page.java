package network.pug.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * A Markdown file (CommonMark with tables) that becomes a page.
 *
 * @param source where it lies, absolute and normalized
 * @param content what it says
 * @param anchors its headings in order, each with its id: the one that GitHub gives it
 */
record Page(Path source, Node content, Map<Heading, String> anchors) {
  static final TablesExtension TABLES = (TablesExtension) TablesExtension.create();
  private static final Parser PARSER = Parser.builder().extensions(List.of(TABLES)).build();

  static Page read(Path source) throws IOException {
    Node content = PARSER.parse(Files.readString(source));
    Map<Heading, String> anchors = new LinkedHashMap<>();
    content.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            String plain =
                text(heading).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_ -]", "");
            String anchor = plain.replace(' ', '-');
            for (int i = 1; anchors.containsValue(anchor); i++) {
              anchor = plain.replace(' ', '-') + '-' + i;
            }
            anchors.put(heading, anchor);
          }
        });
    return new Page(source.toAbsolutePath().normalize(), content, anchors);
  }

  /** Its file's name without the ending. */
  String name() {
    return source.getFileName().toString().replaceFirst("\\.md$", "");
  }

  /** Where it is, seen from any page. */
  String address() {
    return name().equals("index") ? "./" : name();
  }

  /** The text of its first heading; empty without one. */
  String title() {
    return anchors.keySet().stream().findFirst().map(Page::text).orElse("");
  }

  /** What it is about: the text of its first paragraph; empty without one. */
  String description() {
    Node block = content.getFirstChild();
    while (block != null && !(block instanceof Paragraph)) {
      block = block.getNext();
    }
    return block == null ? "" : text(block);
  }

  /** Links to its sections. */
  BulletList contents() {
    BulletList contents = new BulletList();
    contents.setTight(true);
    for (Heading section : anchors.keySet()) {
      if (section.getLevel() != 2) {
        continue;
      }
      Link link = new Link('#' + anchors.get(section), null);
      link.appendChild(new Text(text(section)));
      Node item = new ListItem();
      Node paragraph = new Paragraph();
      paragraph.appendChild(link);
      item.appendChild(paragraph);
      contents.appendChild(item);
    }
    return contents;
  }

  /** The text of a node without its markup. */
  static String text(Node node) {
    StringBuilder text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text part) {
            text.append(part.getLiteral());
          }

          @Override
          public void visit(Code part) {
            text.append(part.getLiteral());
          }

          @Override
          public void visit(SoftLineBreak part) {
            text.append(' ');
          }
        });
    return text.toString();
  }
}
