package network.pug.relay.http;

import java.util.Random;

/** Random bytes that are the same in every run. */
final class Chance {
  private Chance() {}

  /** What a generator gives. */
  static RandomBytes of(Random random) {
    return bytes -> {
      byte[] drawn = new byte[bytes.remaining()];
      random.nextBytes(drawn);
      bytes.put(drawn);
    };
  }
}
