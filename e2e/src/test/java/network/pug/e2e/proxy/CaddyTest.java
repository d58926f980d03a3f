package network.pug.e2e.proxy;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Caddy of {@code deploy/Caddyfile}. */
class CaddyTest extends ProxyTest {
  CaddyTest() throws IOException {
    super("Caddyfile");
  }

  @Override
  ReverseProxy start(Path folder, int relay) throws Exception {
    return ReverseProxy.caddy(folder, relay);
  }

  /** Caddy bounds no upgraded connection unless it is told to. */
  @Test
  void noTimeoutIsBelowTheRelaysPing() throws IOException {
    assertFalse(Example.of("Caddyfile").toString().contains("timeout"));
  }
}
