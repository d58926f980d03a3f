package network.pug.relay;

/** The relay cannot start as it was told to; the message says what is wrong and what to do. */
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String line;

  /** An exception whose message is one line for the operator, but for what values in it hold. */
  public UsageException(String line) {
    super(line);
    this.line = line;
  }

  /** The message, without a line end. */
  public String line() {
    return line;
  }
}
