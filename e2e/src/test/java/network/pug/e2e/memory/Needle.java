package network.pug.e2e.memory;

/** Bytes to search for, and parts of them. */
final class Needle {
  private final String room;
  private final Kind kind;
  private final String form;
  private final byte[] bytes;
  private final int shortestRun;

  /**
   * A needle.
   *
   * @param room whose it is
   * @param form how it is encoded
   * @param shortestRun of how many bytes in a row a find must be; 8 or more
   */
  Needle(String room, Kind kind, String form, byte[] bytes, int shortestRun) {
    if (shortestRun < Long.BYTES || shortestRun > bytes.length) {
      throw new IllegalArgumentException("a run of " + shortestRun + " in " + bytes.length);
    }
    this.room = room;
    this.kind = kind;
    this.form = form;
    this.bytes = bytes.clone();
    this.shortestRun = shortestRun;
  }

  String room() {
    return room;
  }

  Kind kind() {
    return kind;
  }

  String form() {
    return form;
  }

  int length() {
    return bytes.length;
  }

  byte at(int index) {
    return bytes[index];
  }

  int shortestRun() {
    return shortestRun;
  }

  /**
   * How far apart the 8-byte words may begin at which a search looks, so that every run of the
   * shortest length has one of them.
   */
  int stride() {
    return shortestRun - Long.BYTES + 1;
  }
}
