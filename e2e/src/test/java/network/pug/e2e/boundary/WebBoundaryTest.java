package network.pug.e2e.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WebBoundaryTest {

  private static final String CIPHER = "\\bcrypto\\s*\\.\\s*subtle\\b";
  private static final String WEB_SOCKET = "\\bWebSocket\\b";
  private static final String NETWORK =
      WEB_SOCKET + "|\\bfetch\\b|\\bXMLHttpRequest\\b|\\bEventSource\\b|\\bsendBeacon\\b";

  private final WebModules modules = new WebModules();

  WebBoundaryTest() throws IOException {}

  @Test
  void theCipherIsInOneModuleThatNeverReachesTheNetwork() {
    Path cipher = only(modules.using(CIPHER));
    Set<Path> reach = modules.reach(cipher);
    List<Path> network = modules.using(NETWORK);
    assertFalse(network.isEmpty());
    assertEquals(List.of(), network.stream().filter(reach::contains).toList());
  }

  @Test
  void theWebSocketIsInOneModuleThatNeverReachesTheCipher() {
    Path socket = only(modules.using(WEB_SOCKET));
    assertFalse(modules.reach(socket).contains(only(modules.using(CIPHER))));
  }

  private static Path only(List<Path> found) {
    assertEquals(1, found.size(), found::toString);
    return found.getFirst();
  }
}
