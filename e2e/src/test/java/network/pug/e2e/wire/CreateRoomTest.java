package network.pug.e2e.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import network.pug.e2e.support.Answer;
import network.pug.e2e.support.Challenge;
import network.pug.e2e.support.Member;
import network.pug.e2e.support.Parallel;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /api/create-room}. */
class CreateRoomTest {
  @RegisterExtension private static final Relay relay = Relay.start();

  @Test
  void aRoomHasExactlyTheFieldsOfTheSpecification() throws IOException {
    JsonObject room = create("GET", "", Room.session(relay)).expect(200).json();
    assertEquals(
        Set.of("roomId", "roomSecret", "createdAt", "expiresAt", "ttl", "capacity"), room.keySet());
  }

  @Test
  void idAndSecretAre16BytesInCanonicalForm() throws IOException {
    Room room = Room.create(relay);
    assertTrue(room.roomId().matches("[A-Za-z0-9_-]{21}[AQgw]"), room.roomId());
    assertTrue(room.roomSecret().matches("[A-Za-z0-9_-]{21}[AQgw]"), room.roomSecret());
    assertNotEquals(room.roomId(), room.roomSecret());
  }

  @Test
  void noTwoRoomsAreAlike() throws IOException {
    Room one = Room.create(relay);
    Room two = Room.create(relay);
    assertNotEquals(one.roomId(), two.roomId());
    assertNotEquals(one.roomSecret(), two.roomSecret());
  }

  @Test
  void theTimesAreThoseOfNow() throws IOException {
    long before = System.currentTimeMillis();
    Room room = Room.create(relay, "?ttl=100");
    assertTrue(room.createdAt() >= before);
    assertTrue(room.createdAt() <= System.currentTimeMillis());
    assertEquals(room.createdAt() + 100_000, room.expiresAt());
  }

  @Test
  void postIsAcceptedToo() throws IOException {
    Room room = Room.of(create("POST", "?ttl=61&capacity=3", Room.session(relay)));
    assertEquals(61, room.ttl());
    assertEquals(3, room.capacity());
  }

  @Test
  void lifetimeAndCapacityHaveDefaults() throws IOException {
    Room room = Room.create(relay);
    assertEquals(3600, room.ttl());
    assertEquals(2, room.capacity());
  }

  @ParameterizedTest
  @CsvSource({
    "60, 60",
    "59, 60",
    "0, 60",
    "-1, 60",
    "-99999999999999999999999, 60",
    "61, 61",
    "0000000000000000000000061, 61",
    "86400, 86400",
    "86401, 86400",
    "2147483648, 86400",
    "99999999999999999999999, 86400"
  })
  void lifetimeIsClamped(String asked, int given) throws IOException {
    Room room = Room.create(relay, "?ttl=" + asked);
    assertEquals(given, room.ttl());
    assertEquals(given * 1000L, room.expiresAt() - room.createdAt());
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "1, 2", "0, 2", "-1, 2", "3, 3", "6, 6", "7, 6", "4294967298, 6"})
  void capacityIsClamped(String asked, int given) throws IOException {
    assertEquals(given, Room.create(relay, "?capacity=" + asked).capacity());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ttl=",
        "ttl",
        "ttl=x",
        "ttl=60s",
        "ttl=60.0",
        "ttl=6e1",
        "ttl=0x60",
        "ttl=+60",
        "ttl=%2B60",
        "ttl=%2060",
        "ttl=-",
        "ttl=%D9%A1",
        "ttl=60&ttl=60",
        "ttl=60&ttl=",
        "ttl=60&ttl",
        "capacity=",
        "capacity=two",
        "capacity=2&capacity=3",
        "ttl=60&capacity=2,5"
      })
  void aBadParameterIsRefusedAndSpendsNothing(String query) throws IOException {
    String session = Room.session(relay);
    create("GET", "?" + query, session).expectProblem(400);
    create("GET", "", session).expect(200);
  }

  @Test
  void unknownParametersAreIgnored() throws IOException {
    assertEquals(60, Room.create(relay, "?x=1&ttl=60&TTL=1&x=2&y").ttl());
  }

  @Test
  void aSessionTokenCreatesOneRoom() throws IOException {
    String session = Room.session(relay);
    create("GET", "", session).expect(200);
    assertUnauthorized(create("GET", "", session));
    assertUnauthorized(create("POST", "", session));
  }

  @Test
  void ofManyCreationsAtOnceOneSucceeds() throws Exception {
    String session = Room.session(relay);
    List<Answer> answers = Parallel.times(8, () -> create("GET", "", session));
    assertEquals(1, answers.stream().filter(answer -> answer.status() == 200).count());
    assertEquals(7, answers.stream().filter(answer -> answer.status() == 401).count());
  }

  @Test
  void noTokenIsUnauthorized() throws IOException {
    assertUnauthorized(RawHttp.get(relay, "/api/create-room"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "Bearer ", "Bearer forged", "Basic cHVnOnB1Zw==", "x", ""})
  void aForgedTokenIsUnauthorized(String authorization) throws IOException {
    assertUnauthorized(RawHttp.get(relay, "/api/create-room", "Authorization: " + authorization));
  }

  @Test
  void anAlteredTokenIsUnauthorized() throws IOException {
    String session = Room.session(relay);
    for (int i = 0; i < session.length(); i++) {
      char other = session.charAt(i) == 'A' ? 'B' : 'A';
      String altered = session.substring(0, i) + other + session.substring(i + 1);
      assertUnauthorized(create("GET", "", altered));
    }
  }

  @Test
  void aChallengeIsNoSessionToken() throws IOException {
    assertUnauthorized(create("GET", "", Challenge.ask(relay).token()));
  }

  @Test
  void theSchemeHasNoCase() throws IOException {
    RawHttp.get(relay, "/api/create-room", "Authorization: bearer " + Room.session(relay))
        .expect(200);
  }

  @Test
  void theCredentialIsNeitherACookieNorAQueryField() throws IOException {
    String session = Room.session(relay);
    String query = "?sessionToken=" + session + "&access_token=" + session;
    assertUnauthorized(RawHttp.get(relay, "/api/create-room" + query));
    assertUnauthorized(RawHttp.get(relay, "/api/create-room", "Cookie: sessionToken=" + session));
  }

  @Test
  void headCreatesNothing() throws IOException {
    String session = Room.session(relay);
    assertEquals("GET, POST", create("HEAD", "", session).expect(405).header("allow"));
    create("GET", "", session).expect(200);
  }

  @Test
  void aFullRelayRefusesAndSpendsNothing() throws IOException {
    try (Relay small = Relay.start("--max-rooms", "2")) {
      Room.create(small);
      Room second = Room.create(small);
      String session = Room.session(small);
      Room.request(small, "", session).expectProblem(503);
      try (Member creator = Member.join(small, second)) {
        creator.purge();
        creator.socket().read().json("room:expired");
      }
      Room.request(small, "", session).expect(200);
    }
  }

  private static Answer create(String method, String query, String session) throws IOException {
    return RawHttp.request(
        relay, method, "/api/create-room" + query, "", "Authorization: Bearer " + session);
  }

  private static void assertUnauthorized(Answer answer) {
    assertTrue(answer.expectProblem(401).header("www-authenticate").startsWith("Bearer"));
  }
}
