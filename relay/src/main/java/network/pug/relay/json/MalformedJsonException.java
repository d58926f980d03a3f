package network.pug.relay.json;

/** The text is not what was asked for. Carries no message: it would quote the text. */
public final class MalformedJsonException extends Exception {
  private static final long serialVersionUID = 1L;

  /** An exception without a stack trace, for bad input is no bug. */
  public MalformedJsonException() {
    super(null, null, false, false);
  }
}
