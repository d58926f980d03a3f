package network.pug.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A connection on which anything at all is sent, through the relay's very handlers. The first byte
 * says in pieces of how many bytes the rest comes, 0 for all at once. Tokens, which no fuzzer would
 * guess, stand in the rest as <code>{challenge}</code> and <code>{session}</code>.
 */
public final class HttpFuzz {
  private static final EmbeddedRelay RELAY = new EmbeddedRelay(3);
  private static final Pattern TOKEN = Pattern.compile("[\\w-]{63}");

  private HttpFuzz() {}

  /** One connection, from its first byte to its end. */
  public static void fuzzerTestOneInput(byte[] input) {
    connection(input, "");
  }

  /**
   * The same behind something that is always said first.
   *
   * @throws AssertionError if it does harm
   */
  static void connection(byte[] input, String first) {
    if (input.length == 0) {
      return;
    }
    Thread thread = Thread.currentThread();
    Thread.UncaughtExceptionHandler handler = thread.getUncaughtExceptionHandler();
    thread.setUncaughtExceptionHandler(
        (where, bug) -> {
          throw new AssertionError(bug);
        });
    try {
      RELAY.start();
      String rest = new String(input, 1, input.length - 1, ISO_8859_1);
      byte[] bytes = withTokens(rest).getBytes(ISO_8859_1);
      EmbeddedLine line = RELAY.connect();
      line.send(first.getBytes(ISO_8859_1), Integer.MAX_VALUE);
      line.send(bytes, input[0] == 0 ? Integer.MAX_VALUE : input[0] & 0xff);
      line.end();
      RELAY.end();
    } finally {
      thread.setUncaughtExceptionHandler(handler);
    }
  }

  private static String withTokens(String text) {
    String ready = text;
    if (ready.contains("{challenge}")) {
      ready = ready.replace("{challenge}", challenge());
    }
    if (ready.contains("{session}")) {
      ready = ready.replace("{session}", session());
    }
    return ready;
  }

  private static String challenge() {
    return token("GET /api/pow-challenge HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
  }

  private static String session() {
    String body = "{\"token\":\"%s\",\"nonce\":\"0\"}".formatted(challenge());
    return token(
        "POST /api/pow-redeem HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                .formatted(body.length())
            + body);
  }

  private static String token(String request) {
    EmbeddedLine line = RELAY.connect();
    Matcher token = TOKEN.matcher(line.ask(request));
    if (!token.find()) {
      throw new AssertionError("no token");
    }
    line.end();
    return token.group();
  }
}
