package network.pug.e2e.soak;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Samples over time as a drawing (SVG 1.1): one panel below the other, each from zero. Its classes
 * are those of the documentation's style sheet; the attributes beside them are for who opens the
 * file alone.
 */
final class Plot {
  private static final int WIDTH = 380;
  private static final int PANEL = 126;
  private static final int TOP = 30;
  private static final int HEIGHT = 84;
  private static final int LEFT = 48;
  private static final int RIGHT = 372;

  /** More would not be told apart in a drawing of this width. */
  private static final int MAX_POINTS = 160;

  private final List<Sample> samples;
  private final StringBuilder svg = new StringBuilder();
  private int panels;

  private Plot(List<Sample> samples) {
    this.samples = samples;
  }

  /** Draws. */
  static String of(List<Sample> samples) {
    return new Plot(samples).draw();
  }

  private String draw() {
    panel("memory, MiB", sample -> sample.residentBytes() / (double) (1 << 20));
    panel("file descriptors", Sample::files);
    panel("rooms", Sample::rooms);
    panel("latency, median, ms", Sample::median);
    panel("latency, 99 of 100, ms", Sample::slow);
    int height = panels * PANEL + 20;
    int base = height - 8;
    text("soft", "start", LEFT, base, "0");
    text("soft", "middle", (LEFT + RIGHT) / 2, base, "minutes");
    text("soft", "end", RIGHT, base, number(end() / 60));
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="15">
      <title>The relay over %s minutes</title>
      <desc>Memory, file descriptors, living rooms and latency over time, one panel each.</desc>
    %s</svg>
    """
        .formatted(WIDTH, height, number(end() / 60), svg);
  }

  /** Draws one curve; each point is the greatest figure of the samples that it stands for. */
  private void panel(String name, ToDoubleFunction<Sample> figure) {
    int top = TOP + panels++ * PANEL;
    int bottom = top + HEIGHT;
    double ceiling = roundUp(samples.stream().mapToDouble(figure).max().orElse(0));
    text("strong", "start", LEFT, top - 10, name);
    text("soft", "end", LEFT - 6, top + 5, number(ceiling));
    text("soft", "end", LEFT - 6, bottom + 5, "0");
    curve("grid", "#b8aa9a", "M%d %dH%dM%d %dH%d".formatted(LEFT, top, RIGHT, LEFT, bottom, RIGHT));
    curve("line", "#a35a12", path(figure, ceiling, bottom));
  }

  private String path(ToDoubleFunction<Sample> figure, double ceiling, int bottom) {
    int points = Math.min(MAX_POINTS, samples.size());
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < points; i++) {
      List<Sample> some =
          samples.subList(samples.size() * i / points, samples.size() * (i + 1) / points);
      double x = LEFT + (RIGHT - LEFT) * some.getLast().seconds() / end();
      double y = bottom - HEIGHT * some.stream().mapToDouble(figure).max().orElse(0) / ceiling;
      path.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", x, y));
    }
    return path.toString();
  }

  private void curve(String style, String colour, String path) {
    svg.append(
        """
          <path class="%s" fill="none" stroke="%s" stroke-width="1.5" d="%s"/>
        """
            .formatted(style, colour, path));
  }

  private void text(String style, String anchor, int x, int y, String text) {
    svg.append(
        """
          <text class="%s" fill="#857767" text-anchor="%s" x="%d" y="%d">%s</text>
        """
            .formatted(style, anchor, x, y, text));
  }

  private double end() {
    return samples.getLast().seconds();
  }

  /** A figure at or above this one that reads well. */
  private static double roundUp(double figure) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(figure, 0.01))));
    return DoubleStream.of(1, 1.5, 2, 3, 5, 7.5, 10)
        .map(step -> step * power)
        .filter(step -> step >= figure)
        .findFirst()
        .orElse(10 * power);
  }

  /** A figure with up to two decimals. */
  static String number(double figure) {
    return String.format(Locale.ROOT, "%.2f", figure).replaceFirst("\\.?0+$", "");
  }
}
