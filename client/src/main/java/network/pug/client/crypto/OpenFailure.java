package network.pug.client.crypto;

/** Why a payload was not opened, as spec/protocol.md, section 7, names and orders the reasons. */
public enum OpenFailure implements Opened {
  /** Fewer bytes than the smallest payload of its version. */
  TOO_SHORT("too-short"),
  /** Byte 0 is a version other than 1: the sender's client is newer. */
  UNKNOWN_VERSION("unknown-version"),
  /** Altered, or of another key, room or sender: the tag does not tell which. */
  NOT_AUTHENTIC("not-authentic"),
  /** The counter is 0. */
  BAD_COUNTER("bad-counter"),
  /** The text would be longer than the plaintext that holds it. */
  BAD_TEXT_LENGTH("bad-text-length"),
  /** Padded with something else than zeros, or to another size than the smallest that fits. */
  BAD_PADDING("bad-padding"),
  /** The text is not valid UTF-8. */
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
