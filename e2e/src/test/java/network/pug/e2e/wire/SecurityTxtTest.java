package network.pug.e2e.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import network.pug.e2e.support.Answer;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.Relay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code /.well-known/security.txt}, RFC 9116. */
class SecurityTxtTest {
  private static final String PATH = "/.well-known/security.txt";
  private static final String MAIL = "mailto:security@chat.example";

  @RegisterExtension
  private static final Relay relay =
      Relay.start("--base-path", "/chat", "--security-contact", MAIL);

  @Test
  void withoutAContactThereIsNone() throws IOException {
    try (Relay silent = Relay.start()) {
      RawHttp.get(silent, PATH).expectProblem(404);
    }
  }

  @Test
  void itIsPlainTextAtTheRootOfTheHost() throws IOException {
    Answer answer = RawHttp.get(relay, PATH).expect(200);
    assertEquals("text/plain; charset=utf-8", answer.header("content-type"));
    assertEquals("nosniff", answer.header("x-content-type-options"));
    assertTrue(answer.body().matches("([A-Z][A-Za-z-]+: [!-~ ]+\n)+"), answer.body());
  }

  @Test
  void aProxyThatPassesOnTheBasePathAloneCanFetchItThere() throws IOException {
    assertEquals(RawHttp.get(relay, PATH).body(), RawHttp.get(relay.under("/chat"), PATH).body());
  }

  @Test
  void otherMethodsAreRefused() throws IOException {
    RawHttp.request(relay, "POST", PATH, "").expectProblem(405);
  }

  @Test
  void itNamesTheContactAndALanguage() throws IOException {
    assertEquals(List.of(MAIL), fields(relay, "Contact"));
    assertEquals(List.of("en"), fields(relay, "Preferred-Languages"));
  }

  @Test
  void itExpiresOnceWithinAYear() throws IOException {
    List<String> expires = fields(relay, "Expires");
    assertEquals(1, expires.size());
    Duration ahead = Duration.between(Instant.now(), Instant.parse(expires.getFirst()));
    assertTrue(ahead.toDays() > 30 && ahead.toDays() < 365, expires::toString);
  }

  @Test
  void severalContactsAreTakenInTheirOrder() throws IOException {
    List<String> contacts =
        List.of(MAIL, "https://chat.example/report?to=a%2Cb", "tel:+1-201-555-0123");
    try (Relay other = Relay.start("--security-contact", String.join(", ", contacts))) {
      assertEquals(contacts, fields(other, "Contact"));
    }
  }

  @Test
  void whereThePublicOriginIsNotKnownNothingIsClaimedOfIt() throws IOException {
    assertEquals(List.of(), fields(relay, "Canonical"));
    assertEquals(List.of(), fields(relay, "Policy"));
  }

  @Test
  void thePublicOriginMakesItCanonicalAndLeadsToThePolicy() throws IOException {
    try (Relay known =
        Relay.start(
            "--base-path",
            "/chat",
            "--security-contact",
            MAIL,
            "--allowed-origin",
            "https://chat.example:8443")) {
      assertEquals(List.of("https://chat.example:8443" + PATH), fields(known, "Canonical"));
      String policy = fields(known, "Policy").getFirst();
      assertTrue(policy.startsWith("https://chat.example:8443/chat/docs/"), policy);
      RawHttp.get(known, URI.create(policy).getPath()).expect(200);
    }
  }

  @Test
  void whatIsNotHttpsIsNotCanonical() throws IOException {
    try (Relay plain =
        Relay.start("--security-contact", MAIL, "--allowed-origin", "http://chat.example")) {
      assertEquals(List.of(), fields(plain, "Canonical"));
    }
  }

  private static List<String> fields(Relay relay, String name) throws IOException {
    return RawHttp.get(relay, PATH)
        .expect(200)
        .body()
        .lines()
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2))
        .toList();
  }
}
