package network.pug.e2e.proxy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** nginx of {@code deploy/nginx.conf}. */
class NginxTest extends ProxyTest {
  NginxTest() throws IOException {
    super("nginx.conf");
  }

  @Override
  ReverseProxy start(Path folder, int relay) throws Exception {
    return ReverseProxy.nginx(folder, relay);
  }

  @Test
  void noTimeoutIsBelowTheRelaysPing() throws IOException {
    for (String timeout : List.of("proxy_read_timeout", "proxy_send_timeout")) {
      String minutes = Example.of("nginx.conf").find(timeout + " (\\d+)m;");
      assertTrue(Integer.parseInt(minutes) >= 2, minutes);
    }
  }
}
