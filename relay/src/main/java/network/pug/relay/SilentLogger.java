package network.pug.relay;

import io.netty.util.internal.logging.AbstractInternalLogger;

/**
 * A logger that says nothing. Written out, for a proxy that does the same takes a sixth of a
 * relay's start to make. Safe for any thread.
 */
final class SilentLogger extends AbstractInternalLogger {
  private static final long serialVersionUID = 1;

  SilentLogger() {
    super("none");
  }

  @Override
  public boolean isTraceEnabled() {
    return false;
  }

  @Override
  public void trace(String message) {}

  @Override
  public void trace(String format, Object argument) {}

  @Override
  public void trace(String format, Object first, Object second) {}

  @Override
  public void trace(String format, Object... arguments) {}

  @Override
  public void trace(String message, Throwable cause) {}

  @Override
  public boolean isDebugEnabled() {
    return false;
  }

  @Override
  public void debug(String message) {}

  @Override
  public void debug(String format, Object argument) {}

  @Override
  public void debug(String format, Object first, Object second) {}

  @Override
  public void debug(String format, Object... arguments) {}

  @Override
  public void debug(String message, Throwable cause) {}

  @Override
  public boolean isInfoEnabled() {
    return false;
  }

  @Override
  public void info(String message) {}

  @Override
  public void info(String format, Object argument) {}

  @Override
  public void info(String format, Object first, Object second) {}

  @Override
  public void info(String format, Object... arguments) {}

  @Override
  public void info(String message, Throwable cause) {}

  @Override
  public boolean isWarnEnabled() {
    return false;
  }

  @Override
  public void warn(String message) {}

  @Override
  public void warn(String format, Object argument) {}

  @Override
  public void warn(String format, Object first, Object second) {}

  @Override
  public void warn(String format, Object... arguments) {}

  @Override
  public void warn(String message, Throwable cause) {}

  @Override
  public boolean isErrorEnabled() {
    return false;
  }

  @Override
  public void error(String message) {}

  @Override
  public void error(String format, Object argument) {}

  @Override
  public void error(String format, Object first, Object second) {}

  @Override
  public void error(String format, Object... arguments) {}

  @Override
  public void error(String message, Throwable cause) {}

  @Override
  public String toString() {
    return "SilentLogger";
  }
}
