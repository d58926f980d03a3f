package network.pug.relay;

import io.netty.buffer.ByteBufAllocator;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test class after which Netty has found a buffer that nobody released. Registered for all
 * tests here and end to end; the detector itself is told to look at every buffer by the build.
 */
public final class LeakGuard implements AfterAllCallback {
  private static final Logger DETECTOR = Logger.getLogger("io.netty.util.ResourceLeakDetector");
  private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();

  static {
    DETECTOR.addHandler(
        new Handler() {
          @Override
          public void publish(LogRecord leak) {
            LEAKS.add(leak.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        });
  }

  @Override
  public void afterAll(ExtensionContext context) {
    awaitCollection();
    // The detector reports what the collector found when it next hands out a buffer.
    ByteBufAllocator.DEFAULT.directBuffer(1).release();
    String leak = LEAKS.poll();
    if (leak != null) {
      LEAKS.clear();
      throw new AssertionError(leak);
    }
  }

  /** Collects, and waits until the references that the collector cleared have been handed over. */
  private static void awaitCollection() {
    var queue = new ReferenceQueue<Object>();
    var sentinel = new PhantomReference<>(new Object(), queue);
    try {
      do {
        System.gc();
      } while (!sentinel.refersTo(null) || queue.remove(100) == null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
