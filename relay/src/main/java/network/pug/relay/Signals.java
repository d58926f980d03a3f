package network.pug.relay;

import java.lang.reflect.Proxy;

/**
 * SIGHUP. The JDK has no supported interface for it; {@code sun.misc.Signal} is reached by
 * reflection because javac warns of it in a way that cannot be turned off, and warnings are errors.
 */
final class Signals {
  private Signals() {}

  /**
   * Runs {@code action} on every SIGHUP, on a thread of its own. Where there is none, does nothing.
   */
  static void onHangUp(Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object runsAction =
          Proxy.newProxyInstance(
              Signals.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                action.run();
                return null;
              });
      Object hangUp = signal.getConstructor(String.class).newInstance("HUP");
      signal.getMethod("handle", signal, handler).invoke(null, hangUp, runsAction);
    } catch (ReflectiveOperationException e) {
      // No such class, or no such signal on this system: there is nothing to listen to.
    }
  }
}
