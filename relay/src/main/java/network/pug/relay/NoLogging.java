package network.pug.relay;

import io.netty.util.internal.logging.InternalLogger;
import io.netty.util.internal.logging.InternalLoggerFactory;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Where Netty's messages go: nowhere. They can hold addresses of clients, and pieces of what these
 * have sent. There is no level or property that would let one out. Safe for any thread.
 */
final class NoLogging extends InternalLoggerFactory {
  private final InternalLogger logger =
      (InternalLogger)
          Proxy.newProxyInstance(
              NoLogging.class.getClassLoader(),
              new Class<?>[] {InternalLogger.class},
              (proxy, method, arguments) -> answer(method));

  @Override
  protected InternalLogger newInstance(String name) {
    return logger;
  }

  /** That no level is enabled; to the rest, what has the type that is asked for. */
  private static Object answer(Method method) {
    if (method.getReturnType() == boolean.class) {
      return false;
    }
    return method.getReturnType() == int.class ? 0 : "none";
  }
}
