package network.pug.relay.room;

/** A registry's one timer. */
@FunctionalInterface
public interface Alarm {
  /**
   * Asks that {@link RoomRegistry#expire} be called on the registry's thread once this many
   * nanoseconds have passed. Takes the place of what was asked before.
   */
  void wakeAfter(long nanos);
}
