package network.pug.e2e.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import network.pug.e2e.cli.Pugnetwork;
import network.pug.e2e.support.Answer;
import network.pug.e2e.support.Member;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What holds behind every proxy. Clients of their own come from addresses of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class ProxyTest {
  private static final int MAX_PER_ADDRESS = 8;
  private static final String SECURITY_TXT = "/.well-known/security.txt";

  private final Example example;
  private Path folder;
  private Pugnetwork process;
  private int relayPort;
  private ReverseProxy proxy;

  /** The host as the proxy shows it, and the relay below its path. */
  private Relay host;

  private Relay relay;

  ProxyTest(String example) throws IOException {
    this.example = Example.of(example);
  }

  /** Starts the proxy in front of the relay at a port. */
  abstract ReverseProxy start(Path folder, int relay) throws Exception;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    this.folder = folder;
    ProcessBuilder command =
        Pugnetwork.command(
            "--port=0",
            "--pow-difficulty=0",
            "--max-connections-per-ip=" + MAX_PER_ADDRESS,
            "--security-contact=mailto:security@chat.example");
    command.command().addAll(example.flags());
    process = Pugnetwork.start(command);
    relayPort = process.listening().getPort();
    proxy = start(folder, relayPort);
    host = proxy.host();
    relay = host.under("/chat");
  }

  @AfterAll
  void stop() {
    // First what is there even if the proxy did not start.
    process.close();
    proxy.close();
  }

  @Test
  void pagesAndWhatTheyReferToAreServed() throws IOException {
    for (String path : List.of("/", "/r/x", "/docs/")) {
      for (String reference : RawHttp.get(relay, path).expect(200).references()) {
        String target = URI.create("/chat" + path).resolve(reference).getPath();
        assertEquals(200, RawHttp.get(host, target).status(), target);
      }
    }
  }

  @Test
  void thePathArrivesAsItWasSent() throws IOException {
    RawHttp.get(relay, "/r/x%23k=1&s=%2F..%2f").expect(200);
    RawHttp.get(relay, "/r/x%2Fy/").expectProblem(404);
  }

  @Test
  void theBarePathLeadsIntoTheRelay() throws IOException {
    String location = RawHttp.get(relay, "").expect(308).header("location");
    assertEquals("/chat/", URI.create("/chat").resolve(location).getPath());
  }

  @Test
  void theRestOfTheHostIsNotTheRelays() throws IOException {
    for (String path : List.of("/", "/api/limits", "/chatter/", "/healthz")) {
      RawHttp.get(host, path).expect(404);
    }
  }

  @Test
  void securityTxtIsAtTheRootOfTheHost() throws IOException {
    String file = RawHttp.get(host, SECURITY_TXT).expect(200).body();
    assertTrue(file.contains("Contact: mailto:security@chat.example\n"), file);
  }

  @Test
  void plainHttpLeadsToTls() throws IOException {
    String location = RawHttp.get(proxy.plainHost(), "/chat/r/x").expect(308).header("location");
    assertTrue(location.startsWith("https://127.0.0.1"), location);
    assertTrue(location.endsWith("/chat/r/x"), location);
  }

  @Test
  void headersOfTheRelayArriveOnce() throws IOException {
    Answer answer = RawHttp.get(relay, "/api/limits").expect(200);
    answer.json();
    assertTrue(answer.header("strict-transport-security").startsWith("max-age="));
    assertTrue(answer.header("content-security-policy").startsWith("default-src 'none'"));
    assertEquals("no-store", answer.header("cache-control"));
    assertEquals("no-referrer", answer.header("referrer-policy"));
  }

  @Test
  void aRoomIsMadeAndItsMembersTalk() throws IOException {
    Room room = Room.create(relay);
    String origin = "Origin: https://" + relay.authority();
    try (Member ann = Member.join(new RawWebSocket(relay, origin), room);
        Member ben = Member.join(new RawWebSocket(relay, origin), room)) {
      assertEquals(ben.id(), ann.newcomer());
      ben.say("hello");
      assertEquals("hello", ann.chat().text());
      ben.socket().sendClose(1000);
      assertEquals("hello", ben.chat().text());
      ben.socket().read().expectClose(1000);
      assertEquals(ben.id(), ann.leaver());
    }
  }

  @Test
  void aForeignOriginIsRefused() throws IOException {
    for (String origin : List.of("https://evil.example", "https://127.0.0.1", "null")) {
      handshake(host.open(), "Origin: " + origin).expectProblem(403);
    }
  }

  @Test
  void aClientsWordOnTheHostDoesNotCount() throws IOException {
    handshake(host.open(), "Origin: https://evil.example", "X-Forwarded-Host: evil.example")
        .expectProblem(403);
  }

  @Test
  void socketsAreCountedForTheClientRatherThanForTheProxy() throws IOException {
    List<RawWebSocket> sockets = new ArrayList<>();
    try {
      fill(sockets, "127.0.0.2");
      handshake(host.openFrom("127.0.0.2")).expect(503);
      handshake(host.openFrom("127.0.0.3")).expect(101);
    } finally {
      closeAll(sockets);
    }
  }

  @Test
  void aClientsWordOnItsAddressDoesNotHelpIt() throws IOException {
    List<RawWebSocket> sockets = new ArrayList<>();
    String other = "X-Forwarded-For: 203.0.113.9";
    try {
      fill(sockets, "127.0.0.4");
      handshake(host.openFrom("127.0.0.4"), other, "Forwarded: for=203.0.113.9").expect(503);
      handshake(host.openFrom("127.0.0.4"), other + ", 127.0.0.1").expect(503);
      // Nor can it be used against who has that address.
      handshake(host.openFrom("127.0.0.5"), "X-Forwarded-For: 127.0.0.4").expect(101);
    } finally {
      closeAll(sockets);
    }
  }

  /** Takes all the sockets that an address may hold. */
  private void fill(List<RawWebSocket> sockets, String address) throws IOException {
    for (int i = 0; i < MAX_PER_ADDRESS; i++) {
      sockets.add(new RawWebSocket(relay, host.openFrom(address)));
    }
  }

  private static void closeAll(List<RawWebSocket> sockets) throws IOException {
    for (RawWebSocket socket : sockets) {
      socket.close();
    }
  }

  @Test
  void nothingOfARequestIsWrittenDown() throws Exception {
    String secret = "mangled-link-with-its-key";
    try (ReverseProxy other = start(Files.createDirectory(folder.resolve("a")), relayPort)) {
      RawHttp.get(other.host(), "/chat/r/" + secret).expect(200);
      assertWithout(secret, other.end());
    }
    // Nor of one that fails, for there is no relay.
    try (ReverseProxy other =
        start(Files.createDirectory(folder.resolve("b")), ReverseProxy.freePort())) {
      assertTrue(RawHttp.get(other.host(), "/chat/r/" + secret).status() >= 500);
      assertWithout(secret, other.end());
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertWithout(secret, Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
  }

  private static void assertWithout(String secret, String text) {
    assertFalse(text.contains(secret), text);
  }

  private Answer handshake(Socket socket, String... headers) throws IOException {
    try (RawHttp http = new RawHttp(relay, socket)) {
      return http.ask("GET", "/ws", "", RawWebSocket.upgrade(headers));
    }
  }
}
