package network.pug.e2e.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much a first visit takes, as Chromium counts it on the wire. */
class WeightTest extends BrowserTest {

  private static final int MOST_REQUESTS = 12;
  private static final int MOST_BYTES = 60_000;

  WeightTest() throws IOException {}

  /** In English, which is a part of the page, and in the language that is the longest. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void aRoomIsEnteredWithFewRequestsAndLittleToLoad(String language) {
    String link = person().createRoom();
    Person bob = person(new Browser.NewContextOptions().setLocale(language));
    Traffic traffic = new Traffic(bob);
    bob.open(link);
    bob.page.getByRole(AriaRole.LOG).waitFor();
    traffic.assertLight();
  }

  @Test
  void theFirstPageIsLightToo() {
    Person alice = person();
    Traffic traffic = new Traffic(alice);
    alice.visit();
    alice.button("Create room").waitFor();
    traffic.assertLight();
  }

  @Test
  void soIsThePageThatDocumentsTheProtocol() {
    Person alice = person();
    Traffic traffic = new Traffic(alice);
    alice.open(home + "/docs/protocol");
    traffic.assertLight();
  }

  /** What one page asks for and gets. */
  private static final class Traffic {
    private final Person person;
    private final Map<String, String> requests = new TreeMap<>();
    private final Map<String, String> codings = new TreeMap<>();
    private final List<String> sockets = new ArrayList<>();
    private double bytes;

    Traffic(Person person) {
      this.person = person;
      CDPSession session = person.context.newCDPSession(person.page);
      session.on("Network.requestWillBeSent", this::sent);
      session.on("Network.webSocketCreated", this::opened);
      session.on("Network.responseReceived", this::answered);
      session.on("Network.loadingFinished", this::loaded);
      session.send("Network.enable");
    }

    private void sent(JsonObject event) {
      String url = event.getAsJsonObject("request").get("url").getAsString();
      requests.put(event.get("requestId").getAsString(), url);
    }

    private void opened(JsonObject event) {
      sockets.add(event.get("url").getAsString());
    }

    private void answered(JsonObject event) {
      JsonObject response = event.getAsJsonObject("response");
      JsonObject headers = response.getAsJsonObject("headers");
      String url = response.get("url").getAsString();
      if (response.get("fromDiskCache").getAsBoolean()) {
        requests.remove(event.get("requestId").getAsString());
      }
      if (!url.contains("/api/")) {
        codings.put(
            url,
            headers.has("content-encoding") ? headers.get("content-encoding").getAsString() : "");
      }
    }

    private void loaded(JsonObject event) {
      bytes += event.get("encodedDataLength").getAsDouble();
    }

    /** Waits until nothing more comes, and judges. */
    void assertLight() {
      person.page.waitForLoadState(LoadState.NETWORKIDLE);
      int count = requests.size() + sockets.size();
      String all = count + " requests, " + bytes + " bytes: " + requests.values() + sockets;
      assertTrue(count <= MOST_REQUESTS, all);
      assertTrue(bytes > 1000 && bytes < MOST_BYTES, all);
      assertTrue(codings.size() >= 2, all);
      codings.forEach((url, coding) -> assertEquals("gzip", coding, url));
    }
  }
}
