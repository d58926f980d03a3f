package network.pug.bench;

import java.util.List;
import network.pug.bench.load.Load;

/**
 * A load with a name.
 *
 * @param name in tables
 */
record Shape(String name, Load load) {
  /** Every room as fast as it can. */
  static final Shape SIXES = new Shape("50 rooms of 6", Load.saturated(50, 6, 256, 1));

  /** The same with more to do at a time. */
  static final Shape BUSY_SIXES =
      new Shape("50 rooms of 6, 16 under way", Load.saturated(50, 6, 256, 16));

  /** At leisure. */
  static final Shape PACED = new Shape("50 rooms of 6, paced", Load.paced(50, 6, 256, 20_000));

  /** What relays are compared by. */
  static final List<Shape> ALL =
      List.of(
          SIXES,
          BUSY_SIXES,
          new Shape("50 rooms of 2", Load.saturated(50, 2, 256, 1)),
          new Shape("a room of 100, 8 under way", Load.saturated(1, 100, 256, 8)),
          PACED,
          new Shape("50 rooms of 6, 4 KiB", Load.saturated(50, 6, 4096, 1)),
          new Shape("10 rooms of 6, 60 KiB", Load.saturated(10, 6, 61440, 1)));

  @Override
  public String toString() {
    return "Shape";
  }
}
