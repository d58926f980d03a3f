package network.pug.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table, written as Markdown: names at the left, figures at the right. For one thread. */
public final class Table {
  private final List<String> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * Without rows yet.
   *
   * @param columns their heads, that of the names first
   */
  public Table(List<String> columns) {
    this.columns = List.copyOf(columns);
  }

  /** Adds a row: a name, and as many figures as there are other columns. */
  public void add(String name, List<String> figures) {
    List<String> row = new ArrayList<>(List.of(name));
    row.addAll(figures);
    rows.add(row);
  }

  /** Its lines, without a line break at the end. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add(line(columns));
    lines.add("|---|" + "--:|".repeat(columns.size() - 1));
    rows.forEach(row -> lines.add(line(row)));
    return String.join("\n", lines);
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** A figure as one reads it: 0.53, 5.32, 53.2 or 5,320; nothing for one that there is not. */
  public static String number(double figure) {
    if (!Double.isFinite(figure)) {
      return "";
    }
    if (Math.abs(figure) >= 99.95) {
      return String.format(Locale.ROOT, "%,d", Math.round(figure));
    }
    return String.format(Locale.ROOT, Math.abs(figure) < 9.995 ? "%.2f" : "%.1f", figure);
  }
}
