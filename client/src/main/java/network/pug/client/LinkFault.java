package network.pug.client;

/**
 * Why a text is no usable room link, or no usable key text, in the order of the checks
 * (spec/protocol.md, section 2).
 */
public enum LinkFault implements LinkReading, KeyReading {
  NOT_A_ROOM_LINK("not-a-room-link", "This is no room link. Copy the whole link and try again."),
  NO_KEY("no-key", "The link lacks its key. Ask for the full link, with the part behind #."),
  BAD_KEY("bad-key", "The link's key is damaged. Ask for the link again."),
  NO_SECRET("no-secret", "The link lacks its room secret. Ask for the full link."),
  BAD_SECRET("bad-secret", "The link's room secret is damaged. Ask for the link again.");

  private final String code;
  private final String advice;

  LinkFault(String code, String advice) {
    this.code = code;
    this.advice = advice;
  }

  /** The fault's name in the specification and its vectors. */
  public String code() {
    return code;
  }

  /** A sentence for people: what is wrong, and what to do. */
  public String advice() {
    return advice;
  }
}
