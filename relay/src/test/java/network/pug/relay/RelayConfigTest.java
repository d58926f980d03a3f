package network.pug.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import network.pug.relay.admin.EventLog.Format;
import network.pug.relay.gateway.Gateway;
import network.pug.relay.http.HttpConnection;
import network.pug.relay.room.RoomLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelayConfigTest {

  private static RelayConfig parse(String... arguments) throws UsageException {
    return RelayConfig.parse(List.of(arguments), Map.of());
  }

  private static String complaint(Map<String, String> environment, String... arguments) {
    return assertThrows(
            UsageException.class, () -> RelayConfig.parse(List.of(arguments), environment))
        .line();
  }

  @Test
  void theDefaultsAreThoseOfTheProtocol() throws UsageException {
    RelayConfig config = parse();
    assertEquals("127.0.0.1", config.host());
    assertEquals(3000, config.port());
    assertEquals(18, config.powDifficulty());
    assertEquals(new RoomLimits(60, 86_400, 3600, 6, 2), config.rooms());
    assertEquals(65_536, config.maxMessageBytes());
    assertEquals(20, config.messageRate());
    assertEquals(
        new RelayConfig.Bounds(100_000, 200_000, 0, 10_000, 100_000, 1 << 20, 256 << 20),
        config.bounds());
    assertNull(config.adminPort());
  }

  @Test
  void theTimesAreThoseOfTheProtocol() throws UsageException {
    Duration ten = Duration.ofSeconds(10);
    Duration thirty = Duration.ofSeconds(30);
    Duration five = Duration.ofSeconds(5);
    assertEquals(
        new RelayConfig.Timeouts(
            new HttpConnection.Timeouts(ten, ten, thirty),
            new Gateway.Timeouts(ten, thirty, thirty, five, ten, five)),
        parse().timeouts());
  }

  @Test
  void aFlagWinsOverItsVariableAndAnEmptyVariableIsNone() throws UsageException {
    Map<String, String> environment = Map.of("PORT", "4000", "HOST", "", "MESSAGE_RATE", "5");
    RelayConfig config = RelayConfig.parse(List.of("--port=5000"), environment);
    assertEquals(5000, config.port());
    assertEquals("127.0.0.1", config.host());
    assertEquals(5, config.messageRate());
  }

  @Test
  void aDefaultThatWasNotGivenMovesIntoItsRange() throws UsageException {
    RoomLimits limits = parse("--min-ttl", "1", "--max-ttl", "5").rooms();
    assertEquals(new RoomLimits(1, 5, 5, 6, 2), limits);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--nonsense                | unknown argument '--nonsense'",
        "extra                     | unknown argument 'extra'",
        "--port                    | --port needs a value",
        "--port=                   | --port must be a whole number from 0 to 65535, not ''",
        "--port=65536              | --port must be a whole number from 0 to 65535, not '65536'",
        "--port=+1                 | --port must be a whole number",
        "--port=1.5                | --port must be a whole number",
        "--production=yes          | --production takes no value",
        "--pow-difficulty=33       | --pow-difficulty must be a whole number from 0 to 32",
        "--min-ttl=0               | --min-ttl must be a whole number from 1",
        "--min-ttl=90000           | --min-ttl must keep the shortest life",
        "--max-ttl=59              | --max-ttl must keep the shortest life",
        "--default-ttl=59          | --default-ttl must be a whole number from 60 to 86400",
        "--max-capacity=1          | --max-capacity must be a whole number from 2",
        "--default-capacity=7      | --default-capacity must be a whole number from 2 to 6",
        "--max-message-bytes=255   | --max-message-bytes must be a whole number from 256",
        "--message-rate=-1         | --message-rate must be a whole number from 0",
        "--max-rooms=0             | --max-rooms must be a whole number from 1",
        "--max-connections=0       | --max-connections must be a whole number from 1",
        "--max-connections-per-ip=x| --max-connections-per-ip must be a whole number from 0",
        "--max-handshakes=0        | --max-handshakes must be a whole number from 1",
        "--max-tokens=0            | --max-tokens must be a whole number from 1",
        "--max-queue-bytes=131071  | --max-queue-bytes must be a whole number from 131072",
        "--max-backlog-bytes=1     | --max-backlog-bytes must be a whole number from 1048576",
        "--admin-port=65536        | --admin-port must be a whole number from 0 to 65535",
        "--tls-cert=a.pem          | --tls-cert and --tls-key go together",
        "--tls-key=a.pem           | --tls-cert and --tls-key go together",
        "--allowed-origin=chat     | --allowed-origin must be an origin",
        "--allowed-origin=https://a/ | --allowed-origin must be an origin",
        "--trusted-proxy=10.0.0.0/33 | --trusted-proxy must be a block",
        "--trusted-proxy=::1/129   | --trusted-proxy must be a block",
        "--trusted-proxy=10.0.0.0/+8 | --trusted-proxy must be a block",
        "--trusted-proxy=10.0.0.0/08 | --trusted-proxy must be a block",
        "--port=\u0663\u0663     | --port must be a whole number",
        "--trusted-proxy=host/8    | --trusted-proxy must be a block",
        "--host=                   | --host must be an address",
        "--security-contact=x      | --security-contact must be mailto:, https: or tel: URIs",
        "--security-contact=a@b.c  | --security-contact needs mailto: in front of a mail address",
        "--base-path=chat          | --base-path must be a path such as /chat",
        "--base-path=//            | --base-path must be a path such as /chat",
        "--base-path=/.            | --base-path must be a path such as /chat",
        "--base-path=/a/../b       | --base-path must be a path such as /chat",
        "--base-path=/a\tb         | --base-path must be a path such as /chat",
        "--base-path=/healthz      | --base-path must be none of the addresses",
        "--base-path=/healthz/     | --base-path must be none of the addresses",
        "--base-path=/.well-known/security.txt | --base-path must be none of the addresses",
        "--base-path=/a\\b         | --base-path must be a path such as /chat",
      })
  void aBadValueIsNamedAndExplained(String argument, String complaint) {
    String line = complaint(Map.of(), argument);
    assertTrue(line.startsWith(complaint), line);
  }

  @Test
  void theLogsFormatIsTextOrJson() throws UsageException {
    assertEquals(Format.TEXT, RelayConfig.logFormat(Flags.parse(List.of(), Map.of())));
    Flags json = Flags.parse(List.of(), Map.of("LOG_FORMAT", "json"));
    assertEquals(Format.JSON, RelayConfig.logFormat(json));
    Flags neither = Flags.parse(List.of("--log-format=JSON"), Map.of());
    assertEquals(
        "--log-format must be text or json, not 'JSON'",
        assertThrows(UsageException.class, () -> RelayConfig.logFormat(neither)).line());
  }

  @Test
  void theQueueOfAMemberGrowsWithTheMessages() throws UsageException {
    assertEquals(1 << 20, parse("--max-message-bytes=256").bounds().queueBytes());
    assertEquals(1 << 24, parse("--max-message-bytes=1048576").bounds().queueBytes());
    assertEquals(
        2 << 20,
        parse("--max-message-bytes=1048576", "--max-queue-bytes=2097152").bounds().queueBytes());
  }

  @Test
  void whatWaitsForAllIsNoLessThanWhatWaitsForOne() throws UsageException {
    RelayConfig.Bounds both =
        parse("--max-queue-bytes=2097152", "--max-backlog-bytes=2097152").bounds();
    assertEquals(2 << 20, both.queueBytes());
    assertEquals(2 << 20, both.backlogBytes());
    assertEquals(
        "--max-backlog-bytes must be at or above what may wait for one member, not '2097151'",
        complaint(Map.of(), "--max-queue-bytes=2097152", "--max-backlog-bytes=2097151"));
    assertEquals(
        "MAX_BACKLOG_BYTES must be at or above what may wait for one member, not '1048576'",
        complaint(Map.of("MAX_BACKLOG_BYTES", "1048576"), "--max-queue-bytes=1048577"));
  }

  @Test
  void aQueueOrABacklogThatWasNotGivenMovesToTheOther() throws UsageException {
    assertEquals(400 << 20, parse("--max-queue-bytes=419430400").bounds().backlogBytes());
    RelayConfig.Bounds small =
        parse("--max-message-bytes=1048576", "--max-backlog-bytes=2097152").bounds();
    assertEquals(2 << 20, small.queueBytes());
    assertEquals(2 << 20, small.backlogBytes());
  }

  @Test
  void whatWaitsHoldsTwoMessages() {
    assertEquals(
        "--max-backlog-bytes must be a whole number from 2097152 to 536870912, not '2097151'",
        complaint(Map.of(), "--max-message-bytes=1048576", "--max-backlog-bytes=2097151"));
    assertEquals(
        "--max-queue-bytes must be a whole number from 2097152 to 536870912, not '1048576'",
        complaint(Map.of(), "--max-message-bytes=1048576", "--max-queue-bytes=1048576"));
  }

  @Test
  void aBasePathHasASlashAtBothEndsAndABoundedLength() throws UsageException {
    assertEquals("/", parse().basePath());
    assertEquals("/", parse("--base-path=/").basePath());
    assertEquals("/a/b/", parse("--base-path=/a/b").basePath());
    assertEquals("/a/b/", parse("--base-path=/a/b/").basePath());
    assertEquals(201, parse("--base-path=/" + "x".repeat(199)).basePath().length());
    complaint(Map.of(), "--base-path=" + "/x".repeat(100_000));
  }

  @Test
  void aBadValueOfAVariableIsCalledByTheVariablesName() {
    assertEquals(
        "MAX_ROOMS must be a whole number from 1 to 10000000, not 'many'",
        complaint(Map.of("MAX_ROOMS", "many")));
  }
}
