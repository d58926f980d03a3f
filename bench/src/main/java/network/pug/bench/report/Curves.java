package network.pug.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.DoubleStream;
import network.pug.bench.report.Svg.Anchor;

/**
 * How figures of several relays grow: panels one below the other, from zero upwards, with steps to
 * the right that multiply.
 */
public final class Curves {
  private static final int PANEL = 168;
  private static final int TOP = 34;
  private static final int HEIGHT = 96;
  private static final int LEFT = 48;
  private static final int RIGHT = 364;
  private static final int LEGEND_ROW = 24;

  /** Of the others, in the order in which they come. */
  private static final List<String> DASHES = List.of("1 4", "7 4", "12 4 2 4", "3 2");

  /**
   * One panel.
   *
   * @param name of the figure
   * @param of what it grows with, such as members of a room
   * @param curves by the name of the relay: figures by what they grow with, ascending
   */
  public record Panel(
      String name, String of, SequencedMap<String, SequencedMap<Integer, Double>> curves) {
    @Override
    public String toString() {
      return "Panel";
    }
  }

  private final Svg svg = new Svg();
  private final String ours;
  private int y;

  private Curves(String ours) {
    this.ours = ours;
  }

  /**
   * Draws.
   *
   * @param ours the name of the relay that stands out
   */
  public static String of(String title, List<Panel> panels, String ours) {
    Curves curves = new Curves(ours);
    curves.legend(panels.getFirst());
    panels.forEach(curves::panel);
    String names =
        String.join("; ", panels.stream().map(panel -> panel.name + " by " + panel.of).toList());
    return curves.svg.drawing(curves.y, title, "One panel each: " + names + ".");
  }

  private void legend(Panel panel) {
    int other = 0;
    for (String name : panel.curves.keySet()) {
      y += LEGEND_ROW;
      String line = "M%d %dh44".formatted(LEFT, y - 5);
      if (name.equals(ours)) {
        svg.ours(line);
      } else {
        svg.other(DASHES.get(other++), line);
      }
      svg.soft(Anchor.START, LEFT + 54, y, name);
    }
    y += 10;
  }

  private void panel(Panel panel) {
    int top = y + TOP;
    int bottom = top + HEIGHT;
    List<Integer> steps = new ArrayList<>(panel.curves.firstEntry().getValue().sequencedKeySet());
    double ceiling =
        roundUp(
            panel.curves.values().stream()
                .flatMap(curve -> curve.values().stream())
                .mapToDouble(figure -> figure)
                .max()
                .orElse(1));
    svg.strong(Anchor.START, LEFT, top - 12, panel.name);
    svg.soft(Anchor.END, LEFT - 6, top + 5, Table.number(ceiling).replaceFirst("\\.0*$", ""));
    svg.soft(Anchor.END, LEFT - 6, bottom + 5, "0");
    svg.grid("M%d %dH%dM%d %dH%d".formatted(LEFT, top, RIGHT, LEFT, bottom, RIGHT));
    int other = 0;
    for (Map.Entry<String, SequencedMap<Integer, Double>> curve : panel.curves.entrySet()) {
      String path = path(curve.getValue(), steps, ceiling, bottom);
      if (curve.getKey().equals(ours)) {
        svg.ours(path);
      } else {
        svg.other(DASHES.get(other++), path);
      }
    }
    int base = bottom + 22;
    svg.soft(Anchor.START, LEFT, base, whole(steps.getFirst()));
    svg.soft(Anchor.MIDDLE, (LEFT + RIGHT) / 2.0, base, panel.of);
    svg.soft(Anchor.END, RIGHT, base, whole(steps.getLast()));
    y += PANEL;
  }

  private static String path(
      SequencedMap<Integer, Double> curve, List<Integer> steps, double ceiling, int bottom) {
    double first = Math.log(steps.getFirst());
    double width = Math.log(steps.getLast()) - first;
    StringBuilder path = new StringBuilder();
    curve.forEach(
        (step, figure) ->
            path.append(
                String.format(
                    Locale.ROOT,
                    "%s%.1f %.1f",
                    path.isEmpty() ? "M" : "L",
                    LEFT + (RIGHT - LEFT) * (Math.log(step) - first) / width,
                    bottom - HEIGHT * figure / ceiling)));
    return path.toString();
  }

  private static String whole(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A figure at or above this one that reads well. */
  private static double roundUp(double figure) {
    double power = Math.pow(10, Math.floor(Math.log10(figure)));
    return DoubleStream.of(1, 1.5, 2, 3, 5, 7.5, 10)
        .map(step -> step * power)
        .filter(step -> step >= figure)
        .findFirst()
        .orElse(10 * power);
  }
}
