package network.pug.e2e.proxy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** HAProxy of {@code deploy/haproxy.cfg}. */
class HaproxyTest extends ProxyTest {
  HaproxyTest() throws IOException {
    super("haproxy.cfg");
  }

  @Override
  ReverseProxy start(Path folder, int relay) throws Exception {
    return ReverseProxy.haproxy(folder, relay);
  }

  @Test
  void noTimeoutIsBelowTheRelaysPing() throws IOException {
    Example example = Example.of("haproxy.cfg");
    assertTrue(Integer.parseInt(example.find("timeout tunnel +(\\d+)h\n")) >= 1);
    // Until the handshake is through, these two bound what is silent.
    assertTrue(Integer.parseInt(example.find("timeout client +(\\d+)s\n")) > 30);
    assertTrue(Integer.parseInt(example.find("timeout server +(\\d+)s\n")) > 30);
  }
}
