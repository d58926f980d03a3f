package network.pug.e2e.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import network.pug.e2e.support.Answer;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a proxy says of the client is believed of a trusted proxy alone. */
class ForwardedTest {
  private static final String TLS = "X-Forwarded-Proto: https";
  private static final String HOST = "X-Forwarded-Host: chat.example";
  private static final String ORIGIN = "Origin: https://chat.example";

  @RegisterExtension
  private static final Relay trusting = Relay.start("--trusted-proxy", "127.0.0.1");

  @RegisterExtension private static final Relay wary = Relay.start("--trusted-proxy", "10.0.0.0/8");
  @RegisterExtension private static final Relay alone = Relay.start();

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/limits", "/nothing", "/ws"})
  void overTlsOfATrustedProxyTransportSecurityIsAskedFor(String path) throws IOException {
    String header = RawHttp.get(trusting, path, TLS).header("strict-transport-security");
    assertTrue(header.matches("max-age=\\d{8,}"), header);
  }

  @ParameterizedTest
  @CsvSource({
    "true, https",
    "true, HTTPS",
    "true, 'http, https'",
    "false, http",
    "false, 'https, http'",
    "false, ''",
    "false, httpsx"
  })
  void theLastProxysWordOnTheSchemeCounts(boolean secure, String scheme) throws IOException {
    Answer answer = RawHttp.get(trusting, "/healthz", "X-Forwarded-Proto: " + scheme);
    assertEquals(secure, answer.has("strict-transport-security"));
  }

  @Test
  void nobodyElsesWordOnTheSchemeCounts() throws IOException {
    for (Relay relay : new Relay[] {wary, alone}) {
      Answer answer = RawHttp.get(relay, "/", TLS).expect(200);
      assertEquals(false, answer.has("strict-transport-security"));
    }
  }

  @Test
  void withoutAWordOnTheSchemeItIsNotTls() throws IOException {
    assertEquals(false, RawHttp.get(trusting, "/").has("strict-transport-security"));
  }

  @ParameterizedTest
  @CsvSource({
    "101, https://chat.example, chat.example",
    "101, https://chat.example, chat.example:443",
    "101, https://chat.example:8443, chat.example:8443",
    "101, https://chat.example, 'evil.example, chat.example'",
    "403, https://evil.example, chat.example",
    "403, https://chat.example, chat.example:8443",
    "403, https://evil.example, 'evil.example, chat.example'",
    "403, null, chat.example"
  })
  void theHostOfATrustedProxyStandsForTheHostItself(int status, String origin, String host)
      throws IOException {
    handshake(trusting, "Origin: " + origin, "X-Forwarded-Host: " + host, TLS).expect(status);
  }

  @Test
  void theRewrittenHostIsForeignThen() throws IOException {
    String rewritten = "Origin: http://" + trusting.authority();
    handshake(trusting, rewritten, HOST).expectProblem(403);
  }

  @Test
  void aTrustedProxyMayPassOnTheHostInstead() throws IOException {
    handshake(trusting, "Origin: https://" + trusting.authority(), TLS).expect(101);
  }

  @Test
  void nobodyElsesWordOnTheHostCounts() throws IOException {
    for (Relay relay : new Relay[] {wary, alone}) {
      handshake(relay, ORIGIN, HOST, TLS).expectProblem(403);
      handshake(relay, "Origin: http://" + relay.authority(), HOST).expect(101);
    }
  }

  @Test
  void theAllowedOriginWinsOverWhatAProxySays() throws IOException {
    try (Relay named =
        Relay.start("--trusted-proxy", "127.0.0.1", "--allowed-origin", "https://named.example")) {
      handshake(named, ORIGIN, HOST).expectProblem(403);
      handshake(named, "Origin: https://named.example", HOST).expect(101);
    }
  }

  private static Answer handshake(Relay relay, String... headers) throws IOException {
    return RawHttp.get(relay, "/ws", RawWebSocket.upgrade(headers));
  }
}
