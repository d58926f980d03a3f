package network.pug.e2e.soak;

/**
 * What was seen in one interval, at whose end the counts were taken.
 *
 * @param seconds since the first life began
 * @param residentBytes memory of the relay's process: heap, buffers, code and the rest
 * @param files file descriptors that it has open
 * @param threads that it has
 * @param rooms that live
 * @param median of the times, in milliseconds, until all members had read what was said at once; 0
 *     if nobody spoke
 * @param slow within which 99 of 100 of them were
 */
record Sample(
    double seconds,
    long residentBytes,
    int files,
    int threads,
    int rooms,
    double median,
    double slow) {}
