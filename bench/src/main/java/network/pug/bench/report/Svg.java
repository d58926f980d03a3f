package network.pug.bench.report;

import java.util.Locale;

/**
 * A drawing (SVG 1.1) in the making. Its classes are those of the documentation's style sheet; the
 * attributes beside them are for who opens the file alone. For one thread.
 */
final class Svg {
  /** As wide as a phone shows without making the text small. */
  static final int WIDTH = 380;

  private static final String INK = "#857767";
  private static final String FAINT = "#b8aa9a";
  private static final String OURS = "#a35a12";

  private final StringBuilder body = new StringBuilder();

  /** Where a text ends or begins. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  void strong(Anchor anchor, double x, double y, String text) {
    text("strong", anchor, x, y, text);
  }

  void soft(Anchor anchor, double x, double y, String text) {
    text("soft", anchor, x, y, text);
  }

  private void text(String style, Anchor anchor, double x, double y, String text) {
    add(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" fill=\"%s\" text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
            style,
            INK,
            anchor.name().toLowerCase(Locale.ROOT),
            x,
            y,
            text));
  }

  /** A path of the frame. */
  void grid(String path) {
    add("<path class=\"grid\" fill=\"none\" stroke=\"%s\" d=\"%s\"/>".formatted(FAINT, path));
  }

  /** The path of ours. */
  void ours(String path) {
    add(
        String.format(
            Locale.ROOT,
            "<path class=\"line\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" d=\"%s\"/>",
            OURS,
            path));
  }

  /** The path of another, in dashes and gaps. */
  void other(String dashes, String path) {
    add(
        String.format(
            Locale.ROOT,
            "<path class=\"way\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\""
                + " stroke-dasharray=\"%s\" d=\"%s\"/>",
            INK,
            dashes,
            path));
  }

  /** A bar from the left. */
  void bar(boolean ours, double x, double y, double width, double height) {
    add(
        String.format(
            Locale.ROOT,
            "<rect class=\"box%s\" fill=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\""
                + " height=\"%.1f\"/>",
            ours ? " key" : "",
            ours ? OURS : FAINT,
            x,
            y,
            width,
            height));
  }

  private void add(String element) {
    body.append("  ").append(element).append('\n');
  }

  /** The whole. */
  String drawing(int height, String title, String description) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="15">
      <title>%s</title>
      <desc>%s</desc>
    %s</svg>
    """
        .formatted(WIDTH, height, title, description, body);
  }
}
