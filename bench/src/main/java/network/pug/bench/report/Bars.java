package network.pug.bench.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import network.pug.bench.report.Svg.Anchor;

/** Figures of several relays as bars, one group below the other, each from zero. */
public final class Bars {
  private static final int ROW = 26;
  private static final int BAR = 14;
  private static final int GAP = 46;
  private static final int LEFT = 168;
  private static final int RIGHT = 320;

  private Bars() {}

  /**
   * Draws.
   *
   * @param groups by name: the figure of each relay by its name, in this order
   * @param ours the name of the relay that stands out
   */
  public static String of(String title, Map<String, Map<String, Double>> groups, String ours) {
    Svg svg = new Svg();
    int y = 0;
    for (Map.Entry<String, Map<String, Double>> group : groups.entrySet()) {
      svg.strong(Anchor.START, 0, y + 20, group.getKey());
      y += 32;
      List<Map.Entry<String, Double>> bars =
          group.getValue().entrySet().stream()
              .sorted(Comparator.comparingDouble(Map.Entry::getValue))
              .toList();
      double most = bars.getLast().getValue();
      for (Map.Entry<String, Double> bar : bars) {
        double width = (RIGHT - LEFT) * bar.getValue() / most;
        svg.soft(Anchor.END, LEFT - 8, y + BAR - 2, bar.getKey());
        svg.bar(bar.getKey().equals(ours), LEFT, y, width, BAR);
        svg.soft(Anchor.START, LEFT + width + 8, y + BAR - 2, Table.number(bar.getValue()));
        y += ROW;
      }
      y += GAP - ROW;
    }
    return svg.drawing(
        y, title, "Bars for each relay, a group for each load; the same figures are in the table.");
  }
}
