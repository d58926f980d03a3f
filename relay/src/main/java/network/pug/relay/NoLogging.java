package network.pug.relay;

import io.netty.util.internal.logging.InternalLogger;
import io.netty.util.internal.logging.InternalLoggerFactory;

/**
 * Where Netty's messages go: nowhere. They can hold addresses of clients, and pieces of what these
 * have sent. There is no level or property that would let one out. Safe for any thread.
 */
final class NoLogging extends InternalLoggerFactory {
  private final InternalLogger logger = new SilentLogger();

  @Override
  protected InternalLogger newInstance(String name) {
    return logger;
  }
}
