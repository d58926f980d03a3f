package network.pug.client.crypto;

/** What came of a payload: its text, or why there is none. */
public sealed interface Opened permits Opened.Text, OpenFailure {

  /**
   * An authentic text.
   *
   * @param text what the sender wrote, as it wrote it
   * @param counter the number of the message among those of its sender, 1 to 2^32 - 1
   * @param gap how many messages of this sender are missing in front of it
   */
  record Text(String text, long counter, long gap) implements Opened {
    /** Says nothing of the text: plaintext has no place in logs. */
    @Override
    public String toString() {
      return "Text";
    }
  }
}
