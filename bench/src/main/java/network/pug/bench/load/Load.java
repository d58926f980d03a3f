package network.pug.bench.load;

/**
 * Who talks, and how much.
 *
 * @param rooms how many
 * @param members of each room
 * @param bytes of a message; a multiple of 8 from 48
 * @param window messages under way in a room: the next is sent when all have the last; 0 for a rate
 * @param rate deliveries a second over all rooms, at even distances; 0 for a window
 */
public record Load(int rooms, int members, int bytes, int window, int rate) {

  /** As fast as the relay can, so many messages at a time in each room. */
  public static Load saturated(int rooms, int members, int bytes, int window) {
    return new Load(rooms, members, bytes, window, 0);
  }

  /** At a rate, whether the relay keeps up or not. */
  public static Load paced(int rooms, int members, int bytes, int rate) {
    return new Load(rooms, members, bytes, 0, rate);
  }

  /** Whether it is at a rate. */
  public boolean isPaced() {
    return rate > 0;
  }

  /** How many connections it takes. */
  public int connections() {
    return rooms * members;
  }
}
