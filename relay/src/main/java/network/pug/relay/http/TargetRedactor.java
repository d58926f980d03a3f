package network.pug.relay.http;

/**
 * Finds what must not be read in the target of a request (RFC 9112 section 3.2): what stands behind
 * {@code /r/}, wherever that is but in the base path, and a fragment, which no client should send.
 */
final class TargetRedactor {
  private static final String ROOM = "/r/";

  /** Where the path begins in absolute form. */
  private static final int SLASHES_BEFORE_PATH = 2;

  private final String basePath;
  private boolean inPath;
  private boolean isEmpty;
  private int slashes;
  private int baseMatched;
  private boolean inBase;
  private int roomMatched;
  private boolean hiding;

  /**
   * A redactor of one target after the other.
   *
   * @param basePath the path that everything lives under, with a slash at both ends
   */
  TargetRedactor(String basePath) {
    this.basePath = basePath;
    restart();
  }

  /** The next byte is the first of a target. */
  void restart() {
    inPath = false;
    isEmpty = true;
    slashes = 0;
    baseMatched = 0;
    inBase = true;
    roomMatched = 0;
    hiding = false;
  }

  /** Whether the next byte of the target is to be hidden. */
  boolean isHidden(byte b) {
    if (hiding) {
      return b != '/' && b != '?';
    }
    if (b == '#') {
      hiding = true;
      return false;
    }
    if (!inPath) {
      inPath = b == '/' && (isEmpty || slashes == SLASHES_BEFORE_PATH);
      slashes += b == '/' ? 1 : 0;
      isEmpty = false;
    }
    if (!inPath) {
      return false;
    }
    inBase = inBase && basePath.charAt(baseMatched) == b;
    boolean behindRoom = roomMatched == ROOM.length();
    if (!inBase && behindRoom) {
      hiding = true; // it looked like the base path up to here
      return b != '/' && b != '?';
    }
    if (!behindRoom) {
      roomMatched = advance(b);
    }
    if (inBase) {
      baseMatched++;
      if (baseMatched == basePath.length()) {
        inBase = false;
        roomMatched = 1; // by the slash that the base path ends with
      }
    }
    hiding = !inBase && roomMatched == ROOM.length();
    return false;
  }

  /** How much of {@link #ROOM} is matched with one more byte, which may begin it anew. */
  private int advance(byte b) {
    if (ROOM.charAt(roomMatched) == b) {
      return roomMatched + 1;
    }
    return b == '/' ? 1 : 0;
  }
}
