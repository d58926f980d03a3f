package network.pug.e2e.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import network.pug.e2e.support.Challenge;
import network.pug.e2e.support.Member;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a page of another origin can make a visitor's browser do to the relay, and read: nothing.
 */
class CrossSiteTest extends BrowserTest {

  /** Says what came of a WebSocket that sends this message as soon as it is open. */
  private static final String TRY_TO_JOIN =
      """
      ([address, message]) => new Promise((resolve) => {
        const socket = new WebSocket(address);
        socket.onopen = () => socket.send(message);
        socket.onmessage = ({ data }) => resolve(JSON.parse(data).type);
        socket.onerror = () => resolve('error');
      })
      """;

  /** Says for each way to ask for each address what of the answer could be told. */
  private static final String TRY_TO_FETCH =
      """
      async (addresses) => {
        const told = [];
        for (const address of addresses) {
          for (const mode of ['cors', 'no-cors']) {
            for (const credentials of ['omit', 'include']) {
              await fetch(address, { mode, credentials }).then(
                ({ type, status }) => told.push(`${mode} ${credentials} ${type} ${status}`),
                () => {});
            }
          }
        }
        return told;
      }
      """;

  /** Says for each address which elements loaded it, and that all have settled. */
  private static final String TRY_TO_INCLUDE =
      """
      async (addresses) => {
        const included = [];
        for (const address of addresses) {
          const elements = {
            script: { src: address },
            img: { src: address },
            link: { rel: 'stylesheet', href: address },
            video: { src: address },
          };
          for (const [name, properties] of Object.entries(elements)) {
            const element = Object.assign(document.createElement(name), properties);
            await new Promise((resolve) => {
              element.onerror = resolve;
              element.onload = element.onloadedmetadata = () => {
                included.push(`${name} ${address}`);
                resolve();
              };
              document.head.append(element);
            });
          }
          await import(address).then(() => included.push(`import ${address}`), () => {});
        }
        return included;
      }
      """;

  /** Whose page asks. */
  enum Stranger {
    ANOTHER_PORT,
    ANOTHER_HOST,
    SANDBOXED_FRAME
  }

  private final Relay relay = Relay.at(home);
  private final Elsewhere elsewhere = new Elsewhere();

  CrossSiteTest() throws IOException {}

  @AfterAll
  void closeElsewhere() {
    elsewhere.close();
  }

  @ParameterizedTest
  @EnumSource
  void opensNoWebSocketEvenWithTheLinkInItsHands(Stranger stranger) throws IOException {
    Room room = Room.create(relay, "?capacity=2");
    try (Member ann = Member.join(relay, room)) {
      assertEquals("error", tryToJoin(frameOf(stranger), room));
      try (Member bob = Member.join(relay, room)) {
        assertEquals(bob.id(), ann.newcomer()); // and nobody before him
      }
    }
  }

  @Test
  void theRelaysOwnPageOpensOneInTheSameWay() throws IOException {
    assertEquals("room:joined", tryToJoin(person().visit().page.mainFrame(), Room.create(relay)));
  }

  @ParameterizedTest
  @EnumSource
  void fetchesNothingWithOrWithoutCorsAndCredentials(Stranger stranger) throws IOException {
    assertEquals(List.of(), frameOf(stranger).evaluate(TRY_TO_FETCH, addresses()));
  }

  @Test
  void theRelaysOwnPageFetchesAllOfIt() throws IOException {
    List<String> addresses = addresses();
    List<?> told = (List<?>) person().visit().page.mainFrame().evaluate(TRY_TO_FETCH, addresses);
    assertEquals(addresses.size() * 4, told.size(), told::toString);
  }

  @ParameterizedTest
  @EnumSource
  void includesNothingAsScriptPictureStyleOrVideo(Stranger stranger) throws IOException {
    assertEquals(List.of(), frameOf(stranger).evaluate(TRY_TO_INCLUDE, addresses()));
  }

  @ParameterizedTest
  @EnumSource
  void spendsNoSessionTokenEvenIfItHasOne(Stranger stranger) throws IOException {
    String session = Room.session(relay);
    Object told =
        frameOf(stranger)
            .evaluate(
                """
                ([address, session]) => fetch(address, {
                  method: 'POST', headers: { Authorization: `Bearer ${session}` },
                }).then(({ status }) => `told ${status}`, () => 'refused')
                """,
                List.of(home + "/api/create-room", session));
    assertEquals("refused", told);
    Room.of(Room.request(relay, "", session));
  }

  @ParameterizedTest
  @EnumSource(names = "SANDBOXED_FRAME", mode = EnumSource.Mode.EXCLUDE)
  void redeemsNoProofOfWorkByAForm(Stranger stranger) throws IOException {
    Challenge challenge = Challenge.ask(relay);
    String nonce = challenge.solve();
    // The equals sign that a form puts behind a name falls into a field that is ignored.
    Response answer =
        submit(
            stranger,
            "/api/pow-redeem",
            "{\"token\":\"%s\",\"nonce\":\"%s\",\"x\":\"".formatted(challenge.token(), nonce),
            "\"}");
    assertEquals(415, answer.status());
    challenge.redeem(relay, nonce).expect(200);
  }

  @ParameterizedTest
  @EnumSource(names = "SANDBOXED_FRAME", mode = EnumSource.Mode.EXCLUDE)
  void createsNoRoomByAForm(Stranger stranger) {
    assertEquals(401, submit(stranger, "/api/create-room", "ttl", "60").status());
  }

  @ParameterizedTest
  @EnumSource
  void redeemsNoProofOfWorkByABeacon(Stranger stranger) throws IOException {
    Challenge challenge = Challenge.ask(relay);
    String nonce = challenge.solve();
    Frame frame = frameOf(stranger);
    // A preflight request asks first whether JSON may be sent; text is sent at once.
    frame.evaluate(
        """
        async ([address, body]) => {
          for (const type of ['application/json', 'text/plain']) {
            await fetch(address, { method: 'POST', mode: 'no-cors', keepalive: true,
              body: new Blob([body], { type }) }).catch(() => {});
            navigator.sendBeacon(address, new Blob([body], { type }));
            await fetch(address, { method: 'POST', body, headers: { 'Content-Type': type } })
              .catch(() => {});
          }
        }
        """,
        List.of(
            home + "/api/pow-redeem",
            "{\"token\":\"%s\",\"nonce\":\"%s\"}".formatted(challenge.token(), nonce)));
    challenge.redeem(relay, nonce).expect(200);
  }

  @Test
  void timesAndSizesOfWhatItAskedForAreNotTold() throws IOException {
    Frame frame = frameOf(Stranger.ANOTHER_PORT);
    frame.evaluate(TRY_TO_FETCH, addresses());
    Object told =
        frame.evaluate(
            """
            (home) => performance.getEntriesByType('resource')
              .filter(({ name }) => name.startsWith(home))
              .flatMap((entry) => [entry.transferSize, entry.encodedBodySize, entry.responseStatus,
                entry.requestStart, entry.responseStart])
              .filter((figure) => figure !== 0)
            """,
            home.toString());
    assertEquals(List.of(), told);
  }

  /** Pages of a room that exists and of one that does not, the API, and all assets. */
  private List<String> addresses() throws IOException {
    List<String> assets =
        RawHttp.get(relay, "/").references().stream()
            .filter(path -> path.contains("assets/"))
            .toList();
    assertFalse(assets.isEmpty());
    return Stream.concat(
            Stream.of(
                "/",
                "/r/" + Room.create(relay).roomId(),
                "/r/HxxbL613hDQCTxU3mGNGkg",
                "/docs/",
                "/healthz",
                "/api/limits",
                "/api/pow-challenge"),
            assets.stream())
        .map(path -> home.resolve("/").resolve(path).toString())
        .toList();
  }

  private Object tryToJoin(Frame frame, Room room) {
    String address = "ws://" + home.getAuthority() + "/ws";
    return frame.evaluate(TRY_TO_JOIN, List.of(address, room.joinMessage()));
  }

  /** Sends a form with one field as text/plain, and returns what the relay answers. */
  private Response submit(Stranger stranger, String path, String name, String value) {
    Page page = frameOf(stranger).page();
    Response answer =
        page.waitForResponse(
            home + path,
            () ->
                page.evaluate(
                    """
                    ({ action, name, value }) => {
                      const form = document.createElement('form');
                      Object.assign(form, { method: 'post', enctype: 'text/plain', action });
                      const field = document.createElement('input');
                      Object.assign(field, { type: 'hidden', name, value });
                      form.append(field);
                      document.body.append(form);
                      form.submit();
                    }
                    """,
                    Map.of("action", home + path, "name", name, "value", value)));
    page.waitForURL(home + path);
    return answer;
  }

  /** A visitor's page of somebody else. */
  private Frame frameOf(Stranger stranger) {
    Person visitor = elsewhere.welcome(person());
    visitor.open(
        stranger == Stranger.ANOTHER_HOST ? elsewhere.onAnotherHost() : elsewhere.onAnotherPort());
    if (stranger != Stranger.SANDBOXED_FRAME) {
      return visitor.page.mainFrame();
    }
    visitor.page.evaluate(
        """
        () => {
          const frame = document.createElement('iframe');
          Object.assign(frame, { sandbox: 'allow-scripts allow-forms', srcdoc: '<p>inside</p>' });
          document.body.append(frame);
        }
        """);
    visitor.page.frameLocator("iframe").getByText("inside").waitFor();
    Frame inside = visitor.page.frames().getLast();
    assertEquals("null", inside.evaluate("origin"));
    return inside;
  }
}
