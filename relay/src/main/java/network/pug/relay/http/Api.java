package network.pug.relay.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import network.pug.protocol.ProofOfWork;
import network.pug.relay.http.OneTimeTokens.Spending;
import network.pug.relay.json.JsonObjectReader;
import network.pug.relay.json.MalformedJsonException;
import network.pug.relay.room.Clock;
import network.pug.relay.room.NewRoom;
import network.pug.relay.room.RoomDirectory;
import network.pug.relay.room.RoomLimits;
import org.jspecify.annotations.Nullable;

/** The API: limits, proof of work, session tokens, room creation. Safe for any thread. */
final class Api {
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(2);

  /** Bounds the memory for spent tokens; at 18 bits it takes 25 billion hashes to fill. */
  private static final int MAX_SPENT_TOKENS = 100_000;

  private static final String BEARER = "Bearer ";

  private final Settings settings;
  private final RoomDirectory<?> rooms;
  private final Clock clock;
  private final OneTimeTokens challenges;
  private final OneTimeTokens sessions;

  /**
   * What the API tells of the relay, and asks for.
   *
   * @param version the relay's version
   * @param powDifficulty leading zero bits
   * @param maxMessageBytes the most bytes of one message
   */
  record Settings(String version, int powDifficulty, int maxMessageBytes) {}

  Api(Settings settings, RoomDirectory<?> rooms, Clock clock, RandomGenerator random) {
    this.settings = settings;
    this.rooms = rooms;
    this.clock = clock;
    this.challenges = new OneTimeTokens(clock, random, TOKEN_LIFE, MAX_SPENT_TOKENS);
    this.sessions = new OneTimeTokens(clock, random, TOKEN_LIFE, MAX_SPENT_TOKENS);
  }

  static Reply health() {
    return Reply.ok(
        "text/plain; charset=utf-8",
        "no-store",
        Unpooled.copiedBuffer("ok", StandardCharsets.US_ASCII));
  }

  Reply limits() {
    RoomLimits limits = rooms.limits();
    return Reply.json(
        """
        {"version":"%s","ttl":{"min":%d,"max":%d,"default":%d},\
        "capacity":{"min":%d,"max":%d,"default":%d},"maxMessageBytes":%d}\
        """
            .formatted(
                settings.version,
                limits.minTtl(),
                limits.maxTtl(),
                limits.defaultTtl(),
                RoomLimits.MIN_CAPACITY,
                limits.maxCapacity(),
                limits.defaultCapacity(),
                settings.maxMessageBytes));
  }

  Reply challenge() {
    return Reply.json(
        """
        {"token":"%s","difficulty":%d,"algorithm":"SHA-256","expiresAt":%d}\
        """
            .formatted(challenges.issue(), settings.powDifficulty, tokenExpiry()));
  }

  Reply redeem(Request request) throws ProblemException {
    if (!"application/json".contentEquals(mimeType(request))) {
      throw new ProblemException(
          HttpResponseStatus.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
    }
    Map<String, String> fields = stringFields(request.body());
    String token = fields.get("token");
    String nonce = fields.get("nonce");
    if (token == null || nonce == null || !ProofOfWork.isNonce(nonce)) {
      throw new ProblemException(
          HttpResponseStatus.BAD_REQUEST,
          "Send an object with the strings 'token' and 'nonce'; a nonce is 1 to 20 digits.");
    }
    if (!challenges.isValid(token)) {
      throw tokenRefused();
    }
    if (!ProofOfWork.solves(token, nonce, settings.powDifficulty)) {
      throw new ProblemException(
          HttpResponseStatus.FORBIDDEN, "This nonce does not solve the challenge.");
    }
    switch (challenges.spend(token)) {
      case INVALID -> throw tokenRefused();
      case TOO_MANY -> throw tooMany();
      case DONE -> {}
    }
    return Reply.json(
        """
        {"sessionToken":"%s","expiresAt":%d}\
        """
            .formatted(sessions.issue(), tokenExpiry()));
  }

  CompletableFuture<Reply> createRoom(Request request) throws ProblemException {
    String token = bearerToken(request);
    if (token == null || !sessions.isValid(token)) {
      return CompletableFuture.completedFuture(unauthorized());
    }
    OptionalLong ttl = request.integer("ttl");
    OptionalLong capacity = request.integer("capacity");
    if (!rooms.reserve()) {
      throw new ProblemException(
          HttpResponseStatus.SERVICE_UNAVAILABLE, "The relay holds as many rooms as it may.");
    }
    Spending spending = sessions.spend(token);
    if (spending != Spending.DONE) {
      rooms.release();
      if (spending == Spending.TOO_MANY) {
        throw tooMany();
      }
      return CompletableFuture.completedFuture(unauthorized());
    }
    return rooms.create(ttl, capacity).thenApply(Api::created);
  }

  private static Reply created(NewRoom room) {
    ByteBuf json = Unpooled.directBuffer(256);
    ascii(json, "{\"roomId\":\"").writeBytes(room.roomId());
    ascii(json, "\",\"roomSecret\":\"").writeBytes(room.roomSecret());
    room.wipe();
    return Reply.json(
        ascii(
            json,
            "\",\"createdAt\":%d,\"expiresAt\":%d,\"ttl\":%d,\"capacity\":%d}"
                .formatted(room.createdAt(), room.expiresAt(), room.ttl(), room.capacity())));
  }

  private static ByteBuf ascii(ByteBuf out, String text) {
    out.writeCharSequence(text, StandardCharsets.US_ASCII);
    return out;
  }

  private long tokenExpiry() {
    return clock.epochMillis() + TOKEN_LIFE.toMillis();
  }

  private static @Nullable String bearerToken(Request request) {
    List<String> values = request.headers().getAll(HttpHeaderNames.AUTHORIZATION);
    if (values.size() != 1
        || !values.getFirst().regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return null;
    }
    return values.getFirst().substring(BEARER.length()).strip();
  }

  private static CharSequence mimeType(Request request) {
    List<String> values = request.headers().getAll(HttpHeaderNames.CONTENT_TYPE);
    CharSequence type = values.size() == 1 ? HttpUtil.getMimeType(values.getFirst()) : null;
    return type == null ? "" : type.toString().strip().toLowerCase(java.util.Locale.ROOT);
  }

  private static Map<String, String> stringFields(ByteBuf body) throws ProblemException {
    Map<String, String> fields = new HashMap<>();
    try {
      JsonObjectReader.read(
          body.nioBuffer(),
          new JsonObjectReader.Fields() {
            @Override
            public void string(String name, JsonObjectReader.CharSpan text) {
              fields.put(name, text.asString());
            }

            @Override
            public void other(String name) {}
          });
    } catch (MalformedJsonException e) {
      throw new ProblemException(HttpResponseStatus.BAD_REQUEST, "The body is not a JSON object.");
    }
    return fields;
  }

  private static Reply unauthorized() {
    return Reply.problem(
            HttpResponseStatus.UNAUTHORIZED, "A session token that is valid and unspent is needed.")
        .with(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
  }

  private static ProblemException tokenRefused() {
    return new ProblemException(
        HttpResponseStatus.FORBIDDEN, "The challenge is expired, spent or not ours.");
  }

  private static ProblemException tooMany() {
    return new ProblemException(
        HttpResponseStatus.SERVICE_UNAVAILABLE, "Too many rooms are being made. Try again soon.");
  }
}
