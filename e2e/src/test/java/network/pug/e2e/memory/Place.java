package network.pug.e2e.memory;

/**
 * Where bytes of a needle are.
 *
 * @param use what that memory is used for
 * @param run how many bytes of the needle are there in a row
 * @param around what is there, and before and behind it, as far as it is printable ASCII
 */
record Place(Needle needle, long address, String use, int run, String around) {
  /** What the widest vector register in wide use holds. */
  private static final int REGISTER = 32;

  /**
   * Whether this is more than a vector register that was saved on a thread's stack, at a moment of
   * chance, with a part of what was copied last. A needle that is there as a whole always is.
   */
  boolean isMoreThanRegister() {
    return !use.equals(Mappings.STACK) || run > REGISTER || run == needle.length();
  }
}
