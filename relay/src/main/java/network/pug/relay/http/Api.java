package network.pug.relay.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import network.pug.protocol.ProofOfWork;
import network.pug.protocol.Wire;
import network.pug.relay.http.OneTimeTokens.Spending;
import network.pug.relay.room.Bound;
import network.pug.relay.room.Clock;
import network.pug.relay.room.Digest;
import network.pug.relay.room.NewRoom;
import network.pug.relay.room.Refusals;
import network.pug.relay.room.RoomDirectory;
import network.pug.relay.room.RoomLimits;

/** The API: limits, proof of work, session tokens, room creation. Safe for any thread. */
final class Api {
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(2);

  /** Enough for any answer, so that none is copied while it grows. */
  private static final int ANSWER_BYTES = 256;

  private final Settings settings;
  private final RoomDirectory<?> rooms;
  private final Clock clock;
  private final RandomBytes random;
  private final ByteBufAllocator alloc;
  private final Refusals refusals;
  private final OneTimeTokens challenges;
  private final OneTimeTokens sessions;

  /**
   * What the API tells of the relay, and asks for.
   *
   * @param version the relay's version
   * @param powDifficulty leading zero bits
   * @param maxMessageBytes the most bytes of one message
   * @param maxTokens the most spent tokens of a kind that are remembered, for each two minutes
   */
  record Settings(String version, int powDifficulty, int maxMessageBytes, int maxTokens) {
    @Override
    public String toString() {
      return "Settings";
    }
  }

  /**
   * The API of a relay.
   *
   * @param alloc gives the buffers that tokens, ids and secrets lie in
   * @param refusals told where there are too many tokens
   */
  Api(
      Settings settings,
      RoomDirectory<?> rooms,
      Clock clock,
      RandomBytes random,
      ByteBufAllocator alloc,
      Refusals refusals) {
    this.settings = settings;
    this.rooms = rooms;
    this.clock = clock;
    this.random = random;
    this.alloc = alloc;
    this.refusals = refusals;
    this.challenges = new OneTimeTokens(clock, random, alloc, TOKEN_LIFE, settings.maxTokens);
    this.sessions = new OneTimeTokens(clock, random, alloc, TOKEN_LIFE, settings.maxTokens);
  }

  /** How many spent tokens are remembered. */
  int spentTokens() {
    return challenges.remembered() + sessions.remembered();
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
        ascii(
            token("{\"token\":\"", challenges),
            "\",\"difficulty\":%d,\"algorithm\":\"SHA-256\",\"expiresAt\":%d}"
                .formatted(settings.powDifficulty, tokenExpiry())));
  }

  Reply redeem(Request request) throws ProblemException {
    if (!"application/json".contentEquals(mimeType(request))) {
      throw new ProblemException(
          HttpResponseStatus.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
    }
    Solution solution = Solution.read(request.body().nioBuffer());
    if (!challenges.isValid(solution.token())) {
      throw tokenRefused();
    }
    if (!solves(solution)) {
      throw new ProblemException(
          HttpResponseStatus.FORBIDDEN, "This nonce does not solve the challenge.");
    }
    switch (challenges.spend(solution.token())) {
      case INVALID -> throw tokenRefused();
      case TOO_MANY -> throw tooMany();
      case DONE -> {}
    }
    ByteBuf json = token("{\"sessionToken\":\"", sessions);
    return Reply.json(ascii(json, "\",\"expiresAt\":%d}".formatted(tokenExpiry())));
  }

  /** The beginning of an answer with a new token in it. */
  private ByteBuf token(String before, OneTimeTokens tokens) {
    ByteBuf json = alloc.directBuffer(ANSWER_BYTES);
    try {
      tokens.issue(ascii(json, before));
      return json;
    } catch (RuntimeException | OutOfMemoryError e) {
      json.release();
      throw e;
    }
  }

  private boolean solves(Solution solution) {
    ByteBuf attempt = alloc.directBuffer(ANSWER_BYTES);
    try {
      attempt.writeBytes(solution.token().duplicate()).writeByte(':');
      attempt.writeBytes(solution.nonce().duplicate());
      return ProofOfWork.solves(attempt.nioBuffer(), settings.powDifficulty);
    } finally {
      attempt.release();
    }
  }

  CompletableFuture<Reply> createRoom(Request request) throws ProblemException {
    ByteBuffer token = request.credentials().nioBuffer();
    if (!sessions.isValid(token)) {
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
    try {
      return createReserved(ttl, capacity);
    } catch (RuntimeException | OutOfMemoryError e) {
      rooms.release();
      throw e;
    }
  }

  private CompletableFuture<Reply> createReserved(OptionalLong ttl, OptionalLong capacity) {
    ByteBuf json = alloc.directBuffer(ANSWER_BYTES);
    CompletableFuture<NewRoom> created;
    try {
      Digest id = appendRandom(ascii(json, "{\"roomId\":\""), Wire.ROOM_ID_BYTES);
      Digest secret = appendRandom(ascii(json, "\",\"roomSecret\":\""), Wire.ROOM_SECRET_BYTES);
      created = rooms.create(id, secret, ttl, capacity);
    } catch (RuntimeException | OutOfMemoryError e) {
      json.release();
      throw e;
    }
    return created
        .whenComplete(
            (room, failure) -> {
              if (failure != null) {
                json.release();
              }
            })
        .thenApply(room -> created(json, room));
  }

  private static Reply created(ByteBuf json, NewRoom room) {
    return Reply.json(
        ascii(
            json,
            "\",\"createdAt\":%d,\"expiresAt\":%d,\"ttl\":%d,\"capacity\":%d}"
                .formatted(room.createdAt(), room.expiresAt(), room.ttl(), room.capacity())));
  }

  /** Appends random bytes in base64url, and returns the digest of that text. */
  private Digest appendRandom(ByteBuf out, int bytes) {
    int start = out.writerIndex();
    ByteBuf raw = alloc.directBuffer(bytes).writeZero(bytes);
    try {
      random.fill(raw.nioBuffer());
      Base64Url.append(out, raw, 0, bytes, (bytes * 8 + 5) / 6);
    } finally {
      raw.release();
    }
    return Digest.of(out.nioBuffer(start, out.writerIndex() - start));
  }

  private static ByteBuf ascii(ByteBuf out, String text) {
    out.writeCharSequence(text, StandardCharsets.US_ASCII);
    return out;
  }

  private long tokenExpiry() {
    return clock.epochMillis() + TOKEN_LIFE.toMillis();
  }

  private static CharSequence mimeType(Request request) {
    List<String> values = request.headers().getAll(HttpHeaderNames.CONTENT_TYPE);
    CharSequence type = values.size() == 1 ? HttpUtil.getMimeType(values.getFirst()) : null;
    return type == null ? "" : type.toString().strip().toLowerCase(java.util.Locale.ROOT);
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

  private ProblemException tooMany() {
    refusals.reached(Bound.TOKENS);
    return new ProblemException(
        HttpResponseStatus.SERVICE_UNAVAILABLE, "Too many rooms are being made. Try again soon.");
  }
}
