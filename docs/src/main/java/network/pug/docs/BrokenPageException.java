package network.pug.docs;

import java.util.List;

/** The pages cannot be rendered as they are. */
final class BrokenPageException extends Exception {
  private final transient List<String> faults;

  /**
   * A list of what is wrong.
   *
   * @param faults one line each, with the file
   */
  BrokenPageException(List<String> faults) {
    super(String.join("\n", faults));
    this.faults = List.copyOf(faults);
  }

  List<String> faults() {
    return faults;
  }
}
