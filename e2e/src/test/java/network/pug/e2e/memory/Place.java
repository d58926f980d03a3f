package network.pug.e2e.memory;

/**
 * Where bytes of a needle are.
 *
 * @param use what that memory is used for
 * @param run how many bytes of the needle are there in a row
 * @param around what is there, and before and behind it, as far as it is printable ASCII
 */
record Place(Needle needle, long address, String use, int run, String around) {}
