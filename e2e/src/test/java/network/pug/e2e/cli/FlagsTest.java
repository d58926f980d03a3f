package network.pug.e2e.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import network.pug.e2e.support.Answer;
import network.pug.e2e.support.Challenge;
import network.pug.e2e.support.Member;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
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
    try (var process = Pugnetwork.start("--port", "0")) {
      Relay relay = Relay.at(process.listening());
      assertLimits(relay, 60, 86400, 3600, 6, 2, 65536);
      assertEquals(18, Challenge.ask(relay).difficulty());
    }
  }

  @ParameterizedTest
  @EnumSource
  void limitsAreTaken(Way way) throws Exception {
    String[] settings =
        LIMITS.entrySet().stream()
            .flatMap(limit -> Stream.of(limit.getKey(), limit.getValue()))
            .toArray(String[]::new);
    try (var process = way.start(settings)) {
      Relay relay = Relay.at(process.listening());
      assertLimits(relay, 70, 7000, 700, 5, 3, 1000);
      assertEquals(3, Challenge.ask(relay).difficulty());
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
    try (var process = Pugnetwork.start(command)) {
      assertLimits(Relay.at(process.listening()), 70, 7000, 700, 5, 3, 1000);
    }
  }

  @ParameterizedTest
  @EnumSource
  void hostIsTheAddressThatIsBound(Way way) throws Exception {
    try (var process = way.start("--host", "127.0.0.2")) {
      URI listening = process.listening();
      assertEquals("127.0.0.2", listening.getHost());
      assertEquals("ok", RawHttp.get(Relay.at(listening), "/healthz").expect(200).body().strip());
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
    try (var process = way.start("--allowed-origin", "https://chat.example.org")) {
      Relay relay = Relay.at(process.listening());
      handshake(relay, "Origin: https://chat.example.org").expect(101);
      handshake(relay, "Origin: https://other.example.org").expect(403);
    }
  }

  @ParameterizedTest
  @EnumSource
  void maxRoomsBoundsTheRooms(Way way) throws Exception {
    try (var process = way.start(NO_WORK, "0", "--max-rooms", "1")) {
      Relay relay = Relay.at(process.listening());
      Room.create(relay);
      Room.request(relay, "", Room.session(relay)).expect(503);
    }
  }

  @ParameterizedTest
  @EnumSource
  void maxConnectionsBoundsTheSockets(Way way) throws Exception {
    try (var process = way.start("--max-connections", "2");
        var relay = Relay.at(process.listening());
        var first = new RawWebSocket(relay);
        var second = new RawWebSocket(relay)) {
      first.handshake().expect(101);
      second.handshake().expect(101);
      handshake(relay).expect(503);
    }
  }

  @ParameterizedTest
  @EnumSource
  void maxConnectionsPerIpBoundsTheSocketsOfOneAddress(Way way) throws Exception {
    try (var process = way.start("--max-connections-per-ip", "1");
        var relay = Relay.at(process.listening());
        var first = new RawWebSocket(relay, "X-Forwarded-For: 203.0.113.1")) {
      first.handshake().expect(101);
      handshake(relay, "X-Forwarded-For: 203.0.113.2").expect(503);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTrustedProxyNamesTheAddress(Way way) throws Exception {
    String hops = "X-Forwarded-For: 203.0.113.9, 203.0.113.1, 127.0.0.3";
    try (var process =
            way.start("--max-connections-per-ip", "1", "--trusted-proxy", "127.0.0.0/8");
        var relay = Relay.at(process.listening());
        var first = new RawWebSocket(relay, hops);
        var second = new RawWebSocket(relay, "X-Forwarded-For: 203.0.113.2")) {
      first.handshake().expect(101);
      second.handshake().expect(101);
      handshake(relay, "X-Forwarded-For: 203.0.113.1").expect(503);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theBasePathIsWhatEverythingLivesUnder(Way way) throws Exception {
    try (var process = way.start("--base-path", "/chat")) {
      URI listening = process.listening();
      assertEquals("", listening.getPath());
      Relay host = Relay.at(listening);
      RawHttp.get(host, "/chat/api/limits").expect(200);
      RawHttp.get(host, "/api/limits").expectProblem(404);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSecurityContactIsTold(Way way) throws Exception {
    try (var process = way.start("--security-contact", "mailto:security@chat.example")) {
      Relay relay = Relay.at(process.listening());
      Answer told = RawHttp.get(relay, "/.well-known/security.txt").expect(200);
      assertTrue(told.body().contains("Contact: mailto:security@chat.example\n"), told.body());
    }
  }

  @ParameterizedTest
  @EnumSource
  void maxHandshakesBoundsTheSocketsThatHaveYetToJoin(Way way) throws Exception {
    try (var process = way.start("--max-handshakes", "1");
        var relay = Relay.at(process.listening());
        var first = new RawWebSocket(relay);
        var second = new RawWebSocket(relay)) {
      assertTrue(first.isEnded());
      second.handshake().expect(101);
    }
  }

  @ParameterizedTest
  @EnumSource
  void maxTokensBoundsTheSpentTokens(Way way) throws Exception {
    try (var process = way.start(NO_WORK, "0", "--max-tokens", "1")) {
      Relay relay = Relay.at(process.listening());
      Challenge.ask(relay).redeem(relay, "0").expect(200);
      Challenge.ask(relay).redeem(relay, "0").expect(503);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theAdminPortHasTheMetrics(Way way) throws Exception {
    String port = Integer.toString(freePort());
    try (var process = way.start("--admin-port", port)) {
      process.listening();
      Relay admin = Relay.at(URI.create("http://127.0.0.1:" + port));
      assertTrue(RawHttp.get(admin, "/metrics").expect(200).body().contains("pug_rooms 0\n"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theLogsFormatCanBeJson(Way way) throws Exception {
    try (var process = way.start("--log-format", "json")) {
      process.listening();
      JsonObject start = JsonParser.parseString(process.nextErrorLine()).getAsJsonObject();
      assertEquals("start", start.get("event").getAsString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void messageRateSlowsAMemberDownAfterABurstOfTwiceTheRate(Way way) throws Exception {
    try (var process = way.start(NO_WORK, "0", "--message-rate", "5");
        var relay = Relay.at(process.listening());
        var member = Member.join(relay, Room.create(relay))) {
      long start = System.nanoTime();
      for (int i = 0; i < 15; i++) {
        member.say("x");
      }
      for (int i = 0; i < 15; i++) {
        member.chat();
      }
      // Ten at once, and then five at five a second, the first of which may be due at once.
      assertTrue(System.nanoTime() - start > 700_000_000, () -> "all came at once");
    }
  }

  @Test
  void productionWarnsWhereTlsIsAbsent() throws Exception {
    try (var relay = Pugnetwork.start("--port", "0", "--production")) {
      relay.listening();
      String err = relay.stop().extraordinary().err();
      assertEquals(1, err.lines().count(), err);
      assertTrue(err.contains("TLS"), err);
    }
  }

  @Test
  void withoutProductionNothingIsWarnedOf() throws Exception {
    try (var relay = Pugnetwork.start("--port", "0")) {
      relay.listening();
      assertEquals("", relay.stop().extraordinary().err());
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
                  + " --max-connections-per-ip --max-handshakes --max-tokens --max-queue-bytes"
                  + " --max-backlog-bytes --trusted-proxy --base-path --security-contact"
                  + " --admin-port --log-format --version --help")
          .flatMap(flags -> Stream.of(flags.split(" ", -1)))
          .forEach(flag -> assertTrue(ended.out().contains(flag), flag));
    }
  }

  /** The answer to an opening handshake over a connection that ends with it. */
  private static Answer handshake(Relay relay, String... headers) throws IOException {
    return RawHttp.get(relay, "/ws", RawWebSocket.upgrade(headers));
  }

  private static String variable(String flag) {
    return flag.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private static void assertLimits(
      Relay relay, int min, int max, int standard, int capacity, int standardCapacity, int bytes)
      throws IOException {
    JsonObject limits = RawHttp.get(relay, "/api/limits").expect(200).json();
    assertRange(min, max, standard, limits.get("ttl"));
    assertRange(2, capacity, standardCapacity, limits.get("capacity"));
    assertEquals(bytes, limits.get("maxMessageBytes").getAsInt());
  }

  private static void assertRange(int min, int max, int standard, JsonElement range) {
    String expected = "{\"min\":%d,\"max\":%d,\"default\":%d}".formatted(min, max, standard);
    assertEquals(JsonParser.parseString(expected), range);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
