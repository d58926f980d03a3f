package network.pug.web;

/** A source breaks a rule that packing relies on. */
final class BrokenSourceException extends Exception {
  /**
   * A broken source.
   *
   * @param fault the file, the line, and what is wrong there
   */
  BrokenSourceException(String fault) {
    super(fault);
  }
}
