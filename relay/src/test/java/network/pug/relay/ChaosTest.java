package network.pug.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetector.Level;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import network.pug.relay.http.Admission.Decision;
import network.pug.relay.room.Quota;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hundreds of rooms a seed, whose members join, talk, purge, leave, break off and fall silent by
 * chance, while time moves by leaps. The promises are checked at every step by the {@link
 * Visitor}s; in the end nothing is left: no room, buffer, timer, connection or address. A failing
 * seed fails again.
 */
class ChaosTest {
  private static final int ROOMS = 700;
  private static final int ROOMS_AT_A_TIME = 20;
  private static final int ADDRESSES = 9;
  private static final int PER_ADDRESS = 4;

  /** A room, and everybody who has ever come to it. */
  private record Place(
      String id, int capacity, Visitor.Log log, List<Visitor> visitors, List<Visitor> past) {}

  /** Of Netty's leak detector, which is slow and not needed here: every buffer is counted. */
  private static final Level DETECTION = ResourceLeakDetector.getLevel();

  private final EmbeddedRelay relay = new EmbeddedRelay(ROOMS_AT_A_TIME);
  private final Quota connections = new Quota(1000);
  private final List<Place> places = new ArrayList<>();
  private final ClientAddresses addresses;
  private Random random = new Random();
  private int created;
  private int said;
  private int refused;

  ChaosTest() throws UsageException {
    RelayConfig config = RelayConfig.parse(List.of("--trusted-proxy", "127.0.0.1"), Map.of());
    addresses = new ClientAddresses(PER_ADDRESS, config.trustedProxy());
  }

  @BeforeAll
  static void countInsteadOfDetecting() {
    ResourceLeakDetector.setLevel(Level.DISABLED);
  }

  @AfterAll
  static void detectAgain() {
    ResourceLeakDetector.setLevel(DETECTION);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void nothingIsLeftOfAnything(long seed) {
    random = new Random(seed);
    int step = 0;
    try {
      for (; created < ROOMS; step++) {
        step();
        check();
      }
      for (int i = 0; i < 10; i++) {
        passLong();
      }
      check();
      end();
    } catch (AssertionError e) {
      throw new AssertionError("seed " + seed + ", step " + step, e);
    }
    assertTrue(said > ROOMS && refused > ROOMS / 10, said + " said, " + refused + " refused");
  }

  private void step() {
    switch (random.nextInt(40)) {
      case 0, 1, 2, 3, 4, 5, 6, 7 -> create();
      case 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 -> visit();
      case 20, 21, 22, 23, 24, 25, 26, 27 -> withSpeaker(this::say);
      case 28, 29 -> withSome(Visitor::isMember, member -> member.line().cut());
      case 30, 31 -> withSpeaker(this::falter);
      case 32, 33 -> withSpeaker(member -> send(member, frame(8, "\u0003\u00e8")));
      case 34, 35 -> withSpeaker(member -> send(member, frame(1, "{\"type\":\"room:purge\"}")));
      case 36 -> pass(Duration.ofMillis(random.nextInt(2000)));
      case 37, 38 -> pass(Duration.ofMillis(random.nextInt(20_000)));
      default -> passLong();
    }
    everybody().forEach(Visitor::listen);
    everybody().forEach(Visitor::listen); // what the first of them has caused among the others
  }

  private void create() {
    String id = "%022d".formatted(created);
    int capacity = 2 + random.nextInt(3);
    if (relay.create(id, "s", 60 + random.nextInt(60), capacity)) {
      created++;
      places.add(new Place(id, capacity, new Visitor.Log(), new ArrayList<>(), new ArrayList<>()));
    }
  }

  /** Opens a connection as RelayServer does, and asks to be let into a room. */
  private void visit() {
    if (places.isEmpty()) {
      return;
    }
    Place place = places.get(random.nextInt(places.size()));
    assertTrue(connections.tryAcquire());
    EmbeddedLine line =
        relay.connect(
            true,
            (channel, headers) ->
                addresses.admits(channel, headers) ? Decision.ADMITTED : Decision.FULL);
    line.channel()
        .closeFuture()
        .addListener(
            closed -> {
              connections.release();
              addresses.forget(line.channel());
            });
    String answer =
        line.ask(
            """
            GET /ws HTTP/1.1\r
            Host: h\r
            X-Forwarded-For: 192.0.2.%d\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            \r
            """
                .formatted(random.nextInt(ADDRESSES)));
    if (!answer.startsWith("HTTP/1.1 101 ")) {
      assertTrue(answer.startsWith("HTTP/1.1 503 "), answer);
      assertFalse(line.isOpen());
      refused++;
      return;
    }
    Visitor visitor = new Visitor(line, place.log);
    place.visitors.add(visitor);
    String secret = random.nextInt(10) == 0 ? "wrong" : "s";
    send(
        visitor,
        frame(
            1,
            "{\"type\":\"room:join\",\"roomId\":\"%s\",\"roomSecret\":\"%s\"}"
                .formatted(place.id, secret)));
    visitor.listen();
    if (visitor.refusal() != null) {
      refused++;
      assertTrue(
          Set.of("room-not-found", "room-expired", "room-full", "bad-secret")
              .contains(visitor.refusal()),
          visitor.refusal());
    }
  }

  private void say(Visitor member) {
    for (int i = random.nextInt(8); i >= 0; i--) {
      String payload = "message " + said++;
      member.sent(payload);
      send(member, frame(2, payload));
    }
  }

  private void falter(Visitor member) {
    byte[] frame = frame(2, "never complete");
    send(member, Arrays.copyOf(frame, 1 + random.nextInt(frame.length - 1)));
    member.falterForGood();
  }

  private void pass(Duration duration) {
    relay.pass(duration);
    relay.settle();
    everybody().forEach(visitor -> visitor.line().pass(duration));
    everybody().forEach(Visitor::listen);
    everybody().forEach(Visitor::listen);
  }

  /** So much time, in so many leaps, that all that was sent too fast is said in the end. */
  private void passLong() {
    for (int i = 0; i < 10; i++) {
      pass(Duration.ofSeconds(2));
    }
    for (Visitor visitor : everybody()) {
      assertTrue(!visitor.isMember() || visitor.unheard().isEmpty(), "own messages are lost");
    }
  }

  /** All who are in a room know of each other, and are no more than may be. */
  private void check() {
    for (Place place : places) {
      List<Visitor> members = place.visitors.stream().filter(Visitor::isMember).toList();
      assertTrue(members.size() <= place.capacity, "more than fit in");
      assertTrue(members.stream().filter(Visitor::isCreator).count() <= 1, "two creators");
      assertTrue(
          members.stream().map(Visitor::present).collect(Collectors.toSet()).size() <= 1,
          "members who do not know of each other");
    }
    for (Place place : places) {
      for (Visitor visitor : place.visitors) {
        if (!visitor.line().isOpen()) {
          place.past.add(visitor);
        }
      }
      place.visitors.removeAll(place.past);
    }
    Place oldest = places.isEmpty() ? null : places.getFirst();
    if (oldest != null && places.size() > ROOMS_AT_A_TIME && oldest.visitors.isEmpty()) {
      forget(places.removeFirst());
    }
  }

  private void end() {
    assertEquals(0, connections.used(), "connections");
    assertEquals(0, addresses.tracked(), "addresses");
    places.forEach(ChaosTest::forget);
    assertFalse(relay.hasTimer(), "a timer of a room");
    relay.assertNothingLeft();
  }

  private static void forget(Place place) {
    assertEquals(List.of(), place.visitors, "open connections");
    for (Visitor visitor : place.past) {
      assertFalse(visitor.line().hasTimer(), "a timer of a connection");
      visitor.assertNothingMissed();
    }
  }

  private List<Visitor> everybody() {
    return places.stream().flatMap(place -> place.visitors.stream()).toList();
  }

  private void withSpeaker(Consumer<Visitor> action) {
    withSome(Visitor::canSpeak, action);
  }

  private void withSome(Predicate<Visitor> kind, Consumer<Visitor> action) {
    List<Visitor> some = everybody().stream().filter(kind).toList();
    if (!some.isEmpty()) {
      action.accept(some.get(random.nextInt(some.size())));
    }
  }

  /** Sends in pieces, at times of a single byte. */
  private void send(Visitor visitor, byte[] bytes) {
    visitor.line().send(bytes, random.nextInt(5) == 0 ? 1 : 1 + random.nextInt(40));
  }

  /** A masked frame of up to 125 characters. */
  private byte[] frame(int opcode, String text) {
    byte[] mask = new byte[4];
    random.nextBytes(mask);
    byte[] payload = text.getBytes(ISO_8859_1);
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(0x80 | opcode);
    frame.write(0x80 | payload.length);
    frame.writeBytes(mask);
    for (int i = 0; i < payload.length; i++) {
      frame.write(payload[i] ^ mask[i % 4]);
    }
    return frame.toByteArray();
  }
}
