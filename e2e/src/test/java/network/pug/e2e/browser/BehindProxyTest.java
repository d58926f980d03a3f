package network.pug.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import network.pug.e2e.proxy.ReverseProxy;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People who reach the relay through a proxy, under a path of its host. */
class BehindProxyTest extends BrowserTest {

  /** Which proxy. */
  enum Kind {
    NGINX,
    CADDY,
    HAPROXY;

    ReverseProxy start(Path folder, int relay) throws Exception {
      return switch (this) {
        case NGINX -> ReverseProxy.nginx(folder, relay);
        case CADDY -> ReverseProxy.caddy(folder, relay);
        case HAPROXY -> ReverseProxy.haproxy(folder, relay);
      };
    }
  }

  BehindProxyTest() throws IOException {
    super("--base-path=/chat", "--trusted-proxy=127.0.0.1");
  }

  @ParameterizedTest
  @EnumSource
  void aRoomIsMadeJoinedAndTalkedIn(Kind kind, @TempDir Path folder) throws Exception {
    try (ReverseProxy proxy = kind.start(folder, home.getPort())) {
      URI base = proxy.url().resolve("/chat");
      Person ann = through(base);
      String link = ann.createRoom();
      assertTrue(link.startsWith(base + "/r/"), link);
      Person ben = through(base).join(link);
      ann.say("Hello from Ann");
      ben.assertReads("Hello from Ann");
      ben.say("Hello from Ben");
      ann.assertReads("Hello from Ben");
      ben.button("Leave").click();
      assertThat(ben.button("Create room")).isVisible();
      assertEquals(base + "/", ben.page.url());
      // The page has what it asked for before the proxy ends.
      assertThat(ben.combobox("Participants")).isEnabled();
      ann.button("Purge room").click();
      ann.dialogButton("Purge").click();
      ann.assertGone("purged");
      ann.page.waitForLoadState(LoadState.NETWORKIDLE);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "NGINX")
  void theDocumentationIsUnderThePathToo(Kind kind, @TempDir Path folder) throws Exception {
    try (ReverseProxy proxy = kind.start(folder, home.getPort())) {
      URI base = proxy.url().resolve("/chat");
      Person ann = through(base).open(base + "/docs");
      assertEquals(base + "/docs/", ann.page.url());
      ann.role(AriaRole.LINK, "Open a room").click();
      assertThat(ann.button("Create room")).isVisible();
      assertEquals(base + "/", ann.page.url());
      assertThat(ann.combobox("Participants")).isEnabled();
    }
  }

  /** Somebody whose browser takes the proxy's certificate, which nobody has signed. */
  private Person through(URI base) {
    return person(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true), base);
  }
}
