package network.pug.relay.http;

import static io.netty.handler.codec.http.HttpMethod.GET;
import static io.netty.handler.codec.http.HttpMethod.HEAD;
import static io.netty.handler.codec.http.HttpMethod.POST;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which path is answered by what. Immutable, and safe for any thread. */
final class Routes {
  /** A page is the same for every room id, known or not. */
  private static final Pattern ROOM = Pattern.compile("/r/[^/]+");

  /** For monitors. */
  static final String HEALTH = "/healthz";

  private static final List<HttpMethod> READ = List.of(GET, HEAD);

  private record Route(List<HttpMethod> methods, Endpoint endpoint) {
    @Override
    public String toString() {
      return "Route";
    }
  }

  private final String basePath;

  /** What is at the root of the host and under the base path: RFC 9116 section 3, and monitors. */
  private final Map<String, Route> everywhere;

  private final Map<String, Route> fixed;
  private final Route room;
  private final Assets assets;

  /**
   * The routes of a relay.
   *
   * @param basePath the path that everything lives under, with a slash at both ends
   * @param securityTxt null if there is nobody to tell
   */
  Routes(
      String basePath,
      Api api,
      Assets assets,
      @Nullable SecurityTxt securityTxt,
      WebSocketHandshake handshake) {
    this.basePath = basePath;
    this.assets = assets;
    this.room = route(Objects.requireNonNull(assets.find("/r/room"), "the page of every room"));
    Route health = new Route(READ, Endpoint.of(request -> Api.health()));
    this.everywhere =
        securityTxt == null
            ? Map.of(HEALTH, health)
            : Map.of(
                HEALTH,
                health,
                SecurityTxt.PATH,
                new Route(READ, Endpoint.of(request -> securityTxt.reply())));
    this.fixed =
        Map.of(
            "/docs", redirect("docs/"),
            "/api/limits", new Route(READ, Endpoint.of(request -> api.limits())),
            "/api/pow-challenge", new Route(READ, Endpoint.of(request -> api.challenge())),
            "/api/pow-redeem", new Route(List.of(POST), Endpoint.of(api::redeem)),
            // No HEAD: it would make a room and hide it.
            "/api/create-room", new Route(List.of(GET, POST), api::createRoom),
            "/ws", new Route(List.of(GET), Endpoint.of(handshake::answer)));
  }

  /** The answer to a request, or a problem document that says why there is none. */
  CompletableFuture<Reply> answer(HttpMethod method, Request request) throws ProblemException {
    Route route = find(request.path());
    if (route == null) {
      throw new ProblemException(HttpResponseStatus.NOT_FOUND, "There is nothing at this address.");
    }
    if (!route.methods.contains(method)) {
      String allowed =
          route.methods.stream().map(HttpMethod::name).collect(Collectors.joining(", "));
      return CompletableFuture.completedFuture(
          Reply.problem(
                  HttpResponseStatus.METHOD_NOT_ALLOWED, "This address answers " + allowed + ".")
              .with(HttpHeaderNames.ALLOW, allowed));
    }
    return route.endpoint.answer(request);
  }

  private @Nullable Route find(String path) {
    if (everywhere.containsKey(path)) {
      return everywhere.get(path);
    }
    if (path.startsWith(basePath)) {
      return below(path.substring(basePath.length() - 1));
    }
    return basePath.equals(path + '/')
        ? redirect(path.substring(path.lastIndexOf('/') + 1) + '/')
        : null;
  }

  private @Nullable Route below(String path) {
    if (everywhere.containsKey(path)) {
      return everywhere.get(path);
    }
    if (fixed.containsKey(path)) {
      return fixed.get(path);
    }
    if (ROOM.matcher(path).matches()) {
      return room;
    }
    StaticFile file = assets.find(path);
    return file == null ? null : route(file);
  }

  /** Links of a folder's page are relative, and would lead elsewhere without its slash. */
  private static Route redirect(String relative) {
    return new Route(READ, Endpoint.of(request -> Reply.moved(relative)));
  }

  private static Route route(StaticFile file) {
    return new Route(READ, Endpoint.of(file::reply));
  }
}
