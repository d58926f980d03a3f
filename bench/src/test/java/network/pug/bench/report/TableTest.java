package network.pug.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

  @Test
  void aTableIsMarkdownWithFiguresAtTheRight() {
    Table table = new Table(List.of("load", "ours", "another"));
    table.add("rooms", List.of("1.00", "2.00"));
    assertEquals(
        "| load | ours | another |\n|---|--:|--:|\n| rooms | 1.00 | 2.00 |", table.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.00",
    "0.532, 0.53",
    "9.994, 9.99",
    "9.996, 10.0",
    "99.94, 99.9",
    "99.96, 100",
    "5320.4, '5,320'",
    "NaN, ''",
  })
  void aFigureHasAsManyDigitsAsOneReads(double figure, String text) {
    assertEquals(text, Table.number(figure));
  }
}
