package network.pug.relay.room;

/** A registry's one timer. */
@FunctionalInterface
public interface Alarm {
  /**
   * Asks that {@link RoomRegistry#expire} be called on the registry's thread once this many
   * nanoseconds have passed. An earlier request may still fire as well; that is harmless.
   */
  void wakeAfter(long nanos);
}
