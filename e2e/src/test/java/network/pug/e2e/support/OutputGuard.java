package network.pug.e2e.support;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test class during which this process, and so a relay in it, has printed what is on the
 * {@link Watchlist}. Registered for all tests of this module.
 */
public final class OutputGuard implements AfterAllCallback {
  private static final ByteArrayOutputStream PRINTED = new ByteArrayOutputStream();

  static {
    System.setOut(copied(System.out));
    System.setErr(copied(System.err));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    List<String> found;
    synchronized (PRINTED) {
      found = Watchlist.findIn(PRINTED.toString(StandardCharsets.UTF_8));
      PRINTED.reset();
    }
    if (!found.isEmpty()) {
      throw new AssertionError("printed: " + found);
    }
  }

  private static PrintStream copied(PrintStream stream) {
    OutputStream both =
        new OutputStream() {
          @Override
          public void write(int b) {
            PRINTED.write(b);
            stream.write(b);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            PRINTED.write(bytes, offset, length);
            stream.write(bytes, offset, length);
          }

          @Override
          public void flush() {
            stream.flush();
          }
        };
    return new PrintStream(both, true, StandardCharsets.UTF_8);
  }
}
