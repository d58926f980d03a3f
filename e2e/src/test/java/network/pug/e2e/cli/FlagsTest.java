package network.pug.e2e.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every setting, by its flag and by its environment variable. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FlagsTest {

  /** How a setting reaches the relay. */
  enum Way {
    FLAG,
    FLAG_WITH_EQUALS,
    ENVIRONMENT;

    /** A relay on a free port with settings, named and valued in turn. */
    Pugnetwork start(String... settings) throws IOException {
      ProcessBuilder command = Pugnetwork.command("--port", "0");
      for (int i = 0; i < settings.length; i += 2) {
        String flag = settings[i];
        String value = settings[i + 1];
        switch (this) {
          case FLAG -> command.command().addAll(List.of(flag, value));
          case FLAG_WITH_EQUALS -> command.command().add(flag + "=" + value);
          case ENVIRONMENT -> command.environment().put(variable(flag), value);
        }
      }
      return Pugnetwork.start(command);
    }
  }

  private static final String NO_WORK = "--pow-difficulty";

  private static final Map<String, String> LIMITS =
      Map.of(
          "--min-ttl", "70",
          "--max-ttl", "7000",
          "--default-ttl", "700",
          "--max-capacity", "5",
          "--default-capacity", "3",
          "--max-message-bytes", "1000",
          "--pow-difficulty", "3");

  @Test
  void defaultsAreThoseOfTheDocumentation() throws Exception {
    try (var relay = Pugnetwork.start("--port", "0");
        var api = new Api(relay.listening())) {
      assertLimits(api, 60, 86400, 3600, 6, 2, 65536);
      assertEquals(18, Api.number(api.get("/api/pow-challenge"), "difficulty"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void limitsAreTaken(Way way) throws Exception {
    String[] settings =
        LIMITS.entrySet().stream()
            .flatMap(limit -> Stream.of(limit.getKey(), limit.getValue()))
            .toArray(String[]::new);
    try (var relay = way.start(settings);
        var api = new Api(relay.listening())) {
      assertLimits(api, 70, 7000, 700, 5, 3, 1000);
      assertEquals(3, Api.number(api.get("/api/pow-challenge"), "difficulty"));
    }
  }

  @Test
  void flagsWinOverTheEnvironment() throws Exception {
    ProcessBuilder command = Pugnetwork.command("--port", "0");
    LIMITS.forEach(
        (flag, value) -> {
          command.command().add(flag + "=" + value);
          command.environment().put(variable(flag), "not looked at");
        });
    command.environment().put("PORT", "not looked at");
    try (var relay = Pugnetwork.start(command);
        var api = new Api(relay.listening())) {
      assertLimits(api, 70, 7000, 700, 5, 3, 1000);
    }
  }

  @ParameterizedTest
  @EnumSource
  void hostIsTheAddressThatIsBound(Way way) throws Exception {
    try (var relay = way.start("--host", "127.0.0.2");
        var api = new Api(checkHost(relay.listening()))) {
      assertEquals("ok", api.get("/healthz").strip());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void portIsThePortThatIsBound(boolean byFlag) throws Exception {
    int port = freePort();
    ProcessBuilder command =
        byFlag ? Pugnetwork.command("--port", Integer.toString(port)) : Pugnetwork.command();
    if (!byFlag) {
      command.environment().put("PORT", Integer.toString(port));
    }
    try (var relay = Pugnetwork.start(command)) {
      assertEquals(URI.create("http://127.0.0.1:" + port), relay.listening());
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheAllowedOriginMayOpenASocket(Way way) throws Exception {
    try (var relay = way.start("--allowed-origin", "https://chat.example.org");
        var api = new Api(relay.listening());
        var allowed = api.handshake("Origin: https://chat.example.org");
        var other = api.handshake("Origin: https://other.example.org")) {
      assertEquals(101, allowed.status());
      assertEquals(403, other.status());
    }
  }

  @ParameterizedTest
  @EnumSource
  void maxRoomsBoundsTheRooms(Way way) throws Exception {
    try (var relay = way.start(NO_WORK, "0", "--max-rooms", "1");
        var api = new Api(relay.listening())) {
      assertEquals(200, api.createRoom().statusCode());
      assertEquals(503, api.createRoom().statusCode());
    }
  }

  @ParameterizedTest
  @EnumSource
  void maxConnectionsBoundsTheSockets(Way way) throws Exception {
    try (var relay = way.start("--max-connections", "2");
        var api = new Api(relay.listening());
        var first = api.handshake();
        var second = api.handshake();
        var third = api.handshake()) {
      assertEquals(101, first.status());
      assertEquals(101, second.status());
      assertEquals(503, third.status());
    }
  }

  @ParameterizedTest
  @EnumSource
  void maxConnectionsPerIpBoundsTheSocketsOfOneAddress(Way way) throws Exception {
    try (var relay = way.start("--max-connections-per-ip", "1");
        var api = new Api(relay.listening());
        var first = api.handshake("X-Forwarded-For: 203.0.113.1");
        var second = api.handshake("X-Forwarded-For: 203.0.113.2")) {
      assertEquals(101, first.status());
      assertEquals(503, second.status());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTrustedProxyNamesTheAddress(Way way) throws Exception {
    try (var relay = way.start("--max-connections-per-ip", "1", "--trusted-proxy", "127.0.0.0/8");
        var api = new Api(relay.listening());
        var first = api.handshake("X-Forwarded-For: 203.0.113.9, 203.0.113.1, 127.0.0.3");
        var second = api.handshake("X-Forwarded-For: 203.0.113.2");
        var again = api.handshake("X-Forwarded-For: 203.0.113.1")) {
      assertEquals(101, first.status());
      assertEquals(101, second.status());
      assertEquals(503, again.status());
    }
  }

  @ParameterizedTest
  @EnumSource
  void messageRateSlowsAMemberDownAfterABurstOfTwiceTheRate(Way way) throws Exception {
    try (var relay = way.start(NO_WORK, "0", "--message-rate", "5");
        var api = new Api(relay.listening())) {
      Member member = api.join();
      long start = System.nanoTime();
      for (int i = 0; i < 15; i++) {
        member.sendMessage();
      }
      long last = start;
      for (int i = 0; i < 15; i++) {
        last = member.nextMessageNanos();
      }
      // Ten at once, and then five at five a second, the first of which may be due at once.
      assertTrue(last - start > 700_000_000, () -> "all came at once");
    }
  }

  @Test
  void productionWarnsWhereTlsIsAbsent() throws Exception {
    try (var relay = Pugnetwork.start("--port", "0", "--production")) {
      relay.listening();
      String err = relay.stop().err();
      assertEquals(1, err.lines().count(), err);
      assertTrue(err.contains("TLS"), err);
    }
  }

  @Test
  void withoutProductionNothingIsWarnedOf() throws Exception {
    try (var relay = Pugnetwork.start("--port", "0")) {
      relay.listening();
      assertEquals("", relay.stop().err());
    }
  }

  @Test
  void versionIsPrinted() throws Exception {
    try (var command = Pugnetwork.start("--version")) {
      Pugnetwork.Ended ended = command.end();
      assertEquals(0, ended.status());
      assertTrue(ended.out().matches("(\\S+ )*\\d+\\.\\d+\\.\\d+\\R"), ended.out());
      assertEquals("", ended.err());
    }
  }

  @Test
  void helpNamesEveryFlag() throws Exception {
    try (var command = Pugnetwork.start("--help")) {
      Pugnetwork.Ended ended = command.end();
      assertEquals(0, ended.status());
      assertEquals("", ended.err());
      Stream.of(
              "--host --port --tls-cert --tls-key --allowed-origin --production --pow-difficulty"
                  + " --min-ttl --max-ttl --default-ttl --max-capacity --default-capacity"
                  + " --max-message-bytes --message-rate --max-rooms --max-connections"
                  + " --max-connections-per-ip --trusted-proxy --version --help")
          .flatMap(flags -> Stream.of(flags.split(" ", -1)))
          .forEach(flag -> assertTrue(ended.out().contains(flag), flag));
      assertFalse(ended.out().contains("--base-path"));
    }
  }

  private static URI checkHost(URI listening) {
    assertEquals("127.0.0.2", listening.getHost());
    return listening;
  }

  private static String variable(String flag) {
    return flag.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private static void assertLimits(
      Api api, int min, int max, int standard, int capacity, int standardCapacity, int bytes)
      throws IOException, InterruptedException {
    String limits = api.get("/api/limits").replaceAll("\\s", "");
    assertTrue(
        limits.contains(
            "\"ttl\":{\"min\":%d,\"max\":%d,\"default\":%d}".formatted(min, max, standard)),
        limits);
    assertTrue(
        limits.contains(
            "\"capacity\":{\"min\":2,\"max\":%d,\"default\":%d}"
                .formatted(capacity, standardCapacity)),
        limits);
    assertEquals(bytes, Api.number(limits, "maxMessageBytes"));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
