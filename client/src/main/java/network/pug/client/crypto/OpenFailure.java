package network.pug.client.crypto;

/** Why a payload was not opened, as spec/protocol.md, section 7, names and orders the reasons. */
public enum OpenFailure implements Opened {
  TOO_SHORT("too-short"),
  UNKNOWN_VERSION("unknown-version"),
  /** Altered, or of another key, room or sender: the tag does not tell which. */
  NOT_AUTHENTIC("not-authentic"),
  BAD_COUNTER("bad-counter"),
  BAD_TEXT_LENGTH("bad-text-length"),
  BAD_PADDING("bad-padding"),
  BAD_UTF8("bad-utf8"),
  /** A counter that was used before, or an older one. */
  REPLAYED("replayed");

  private final String code;

  OpenFailure(String code) {
    this.code = code;
  }

  /** The failure's name in the specification and its vectors. */
  public String code() {
    return code;
  }
}
