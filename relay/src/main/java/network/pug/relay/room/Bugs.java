package network.pug.relay.room;

/** Where a bug is reported by code that must go on: to whom the relay's main program appointed. */
public final class Bugs {
  private Bugs() {}

  /** Hands {@code bug} to the thread's handler of uncaught exceptions. */
  public static void report(Throwable bug) {
    Thread thread = Thread.currentThread();
    thread.getUncaughtExceptionHandler().uncaughtException(thread, bug);
  }
}
