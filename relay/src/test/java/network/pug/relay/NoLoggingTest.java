package network.pug.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.util.internal.logging.InternalLogLevel;
import io.netty.util.internal.logging.InternalLogger;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.logging.ConsoleHandler;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That Netty's messages, which can hold addresses of clients, are seen nowhere. */
class NoLoggingTest {
  private static final InetSocketAddress CLIENT = new InetSocketAddress("203.0.113.7", 50_007);

  @ParameterizedTest
  @EnumSource
  void aMessageWithAnAddressIsPrintedNowhere(InternalLogLevel level) {
    assertEquals("", printed(new NoLogging(), level));
  }

  @ParameterizedTest
  @EnumSource
  void noLevelIsEnabled(InternalLogLevel level) {
    assertFalse(new NoLogging().newInstance("io.netty").isEnabled(level));
  }

  /** What the test above would see otherwise. */
  @Test
  void theLoggerThatNettyWouldTakePrintsIt() {
    String printed = printed(JdkLoggerFactory.INSTANCE, InternalLogLevel.WARN);
    assertTrue(printed.contains("203.0.113.7:50007"), printed);
  }

  @Test
  void itIsWhatTheRelayGivesToNettyFirst() {
    var calls =
        Bytecode.instructions(Bytecode.of("Main"), "main").stream().map(Object::toString).toList();
    assertTrue(
        calls.stream().anyMatch(call -> call.contains("setDefaultFactory")), calls::toString);
  }

  /** What Netty prints to stdout and stderr when a handler fails and a message names a client. */
  private static String printed(InternalLoggerFactory factory, InternalLogLevel level) {
    var text = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    InternalLoggerFactory before = InternalLoggerFactory.getDefaultFactory();
    var stream = new PrintStream(text, true, StandardCharsets.UTF_8);
    System.setOut(stream);
    System.setErr(stream);
    var console = new ConsoleHandler();
    Logger.getLogger("").addHandler(console);
    InternalLoggerFactory.setDefaultFactory(factory);
    try {
      InternalLogger logger = InternalLoggerFactory.getInstance("io.netty.a.Class");
      logger.log(level, "{} sent {}", CLIENT, "a payload");
      logger.log(level, "reset by " + CLIENT, new IOException("of " + CLIENT));
    } finally {
      InternalLoggerFactory.setDefaultFactory(before);
      Logger.getLogger("").removeHandler(console);
      System.setOut(out);
      System.setErr(err);
    }
    return text.toString(StandardCharsets.UTF_8);
  }
}
