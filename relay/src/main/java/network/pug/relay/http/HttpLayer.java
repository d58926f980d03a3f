package network.pug.relay.http;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Set;
import network.pug.relay.http.HttpConnection.Timeouts;
import network.pug.relay.room.Clock;
import network.pug.relay.room.Refusals;
import network.pug.relay.room.RoomDirectory;
import org.jspecify.annotations.Nullable;

/** The HTTP layer of one relay: installs the handlers of each connection. Safe for any thread. */
public final class HttpLayer {
  /** What is answered at the root of the host, whatever the base path. */
  public static final Set<String> AT_THE_ROOT = Set.of(Routes.HEALTH, SecurityTxt.PATH);

  private final Site site;
  private final Api api;

  /**
   * What the layer is to know.
   *
   * @param version the relay's version, for {@code /api/limits}
   * @param tls whether the relay speaks TLS
   * @param basePath the path that everything lives under, with a slash at both ends
   * @param allowedOrigin the one browser origin that may open a WebSocket; null for the relay's own
   * @param securityContact URIs to tell of a vulnerability; none for no {@code security.txt}
   * @param powDifficulty leading zero bits of the proof of work
   * @param maxMessageBytes the most bytes of one message, for {@code /api/limits}
   * @param maxTokens the most spent tokens of a kind that are remembered, for each two minutes
   * @param timeouts how long a client may take
   */
  public record Settings(
      String version,
      boolean tls,
      String basePath,
      @Nullable String allowedOrigin,
      List<String> securityContact,
      int powDifficulty,
      int maxMessageBytes,
      int maxTokens,
      Timeouts timeouts) {
    @Override
    public String toString() {
      return "Settings";
    }
  }

  /**
   * Reads the client's files and draws the keys of the tokens.
   *
   * @param alloc gives the buffers that tokens, ids and secrets lie in
   * @param refusals told of every answer that is an error
   */
  public HttpLayer(
      Settings settings,
      RoomDirectory<?> rooms,
      Clock clock,
      RandomBytes random,
      ByteBufAllocator alloc,
      Refusals refusals) {
    this.api =
        new Api(
            new Api.Settings(
                settings.version,
                settings.powDifficulty,
                settings.maxMessageBytes,
                settings.maxTokens),
            rooms,
            clock,
            random,
            alloc,
            refusals);
    Assets assets = Assets.load();
    SecurityTxt securityTxt =
        settings.securityContact.isEmpty()
            ? null
            : new SecurityTxt(
                settings.securityContact, settings.allowedOrigin, settings.basePath, clock);
    Routes routes =
        new Routes(
            settings.basePath,
            api,
            assets,
            securityTxt,
            new WebSocketHandshake(settings.allowedOrigin));
    this.site =
        new Site(
            settings.basePath,
            routes,
            new ErrorPages(settings.basePath, assets),
            settings.timeouts,
            settings.tls,
            clock,
            refusals);
  }

  /** How many spent tokens are remembered. */
  public int spentTokens() {
    return api.spentTokens();
  }

  /**
   * Makes a new channel an HTTP connection.
   *
   * @param proxied whether the connection comes from a trusted proxy
   */
  public void install(Channel channel, boolean proxied, Admission admission, Upgrade upgrade) {
    HttpPipeline.add(channel, site, proxied, admission, upgrade);
  }
}
