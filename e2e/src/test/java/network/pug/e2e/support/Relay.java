package network.pug.e2e.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import network.pug.relay.RelayConfig;
import network.pug.relay.RelayConfig.Timeouts;
import network.pug.relay.RelayServer;
import network.pug.relay.UsageException;
import network.pug.relay.gateway.Gateway;
import network.pug.relay.http.HttpConnection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A relay: in this process on a free port of 127.0.0.1, or one that runs by itself. One that a test
 * class registers as an extension serves all tests of that class and ends after the last.
 */
public final class Relay implements AutoCloseable, AfterAllCallback {
  private final Runnable end;
  private final URI url;
  private final SocketFactory sockets;
  private @Nullable String metricsUrl;

  private Relay(RelayServer server, SocketFactory sockets) {
    this(server::close, URI.create(server.url()), sockets);
    metricsUrl = server.metricsUrl();
  }

  private Relay(Runnable end, URI url, SocketFactory sockets) {
    this.end = end;
    this.url = url;
    this.sockets = sockets;
  }

  /** One that runs already, speaks plain HTTP, and goes on when this is closed. */
  public static Relay at(URI url) {
    return new Relay(() -> {}, url, SocketFactory.getDefault());
  }

  /** The same over TLS; a connection fails where the relay shows another certificate. */
  public static Relay at(URI url, Certificate certificate) {
    return new Relay(() -> {}, url, certificate.trust().getSocketFactory());
  }

  /** The same relay, which goes on when this is closed, with all paths below another one. */
  public Relay under(String basePath) {
    return new Relay(() -> {}, url.resolve(basePath), sockets);
  }

  /** What answers on the admin port of a relay in this process. */
  public Relay admin() {
    String url = Objects.requireNonNull(metricsUrl, "no --admin-port");
    return at(URI.create(url.substring(0, url.length() - "/metrics".length())));
  }

  /** Starts one that asks for no work, unless the flags say otherwise. */
  public static Relay start(String... flags) {
    return start(Map.of(), flags);
  }

  /** The same with shorter times. */
  public static Relay start(Map<Patience, Duration> patience, String... flags) {
    String[] all =
        Stream.concat(Stream.of("--pow-difficulty", "0"), Stream.of(flags)).toArray(String[]::new);
    return new Relay(server(patience, all), SocketFactory.getDefault());
  }

  /** Starts one with the difficulty that the specification gives. */
  public static Relay startWithWork() {
    return new Relay(server(Map.of()), SocketFactory.getDefault());
  }

  /** Starts one that speaks TLS with a certificate, which its connections trust. */
  public static Relay startTls(Certificate certificate) {
    return startTls(certificate, Map.of());
  }

  /** The same with shorter times. */
  public static Relay startTls(Certificate certificate, Map<Patience, Duration> patience) {
    RelayServer server =
        server(
            patience,
            "--pow-difficulty",
            "0",
            "--tls-cert",
            certificate.chain().toString(),
            "--tls-key",
            certificate.key().toString());
    return new Relay(server, certificate.trust().getSocketFactory());
  }

  /** Opens a TCP connection, with TLS where the relay speaks it. */
  public Socket open() throws IOException {
    return sockets.createSocket(url.getHost(), port());
  }

  /** The same from one of this machine's addresses. */
  public Socket openFrom(String address) throws IOException {
    return sockets.createSocket(url.getHost(), port(), InetAddress.getByName(address), 0);
  }

  /** Opens a TCP connection without TLS. */
  public Socket openPlain() throws IOException {
    return new Socket(url.getHost(), port());
  }

  /** The same with a small receive buffer, so that what is not read stays with the relay. */
  public Socket openNarrow() throws IOException {
    Socket socket = new Socket();
    try {
      socket.setReceiveBufferSize(4096);
      socket.connect(new InetSocketAddress(url.getHost(), port()));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** The path that its paths are below: empty, or as in {@code /chat}. */
  public String basePath() {
    return url.getPath();
  }

  /** Host and port, as they stand in a Host header. */
  public String authority() {
    return url.getAuthority();
  }

  public int port() {
    return url.getPort();
  }

  /** Ends the relay as SIGTERM does. */
  @Override
  public void close() {
    end.run();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  private static RelayServer server(Map<Patience, Duration> patience, String... flags) {
    try {
      List<String> all = Stream.concat(Stream.of("--port", "0"), Stream.of(flags)).toList();
      return RelayServer.start(RelayConfig.parse(all, Map.of()).with(timeouts(patience)), () -> {});
    } catch (UsageException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Timeouts timeouts(Map<Patience, Duration> patience) {
    HttpConnection.Timeouts http = Timeouts.STANDARD.http();
    Gateway.Timeouts gateway = Timeouts.STANDARD.gateway();
    return new Timeouts(
        new HttpConnection.Timeouts(
            patience.getOrDefault(Patience.HEADER, http.head()),
            patience.getOrDefault(Patience.BODY, http.body()),
            patience.getOrDefault(Patience.ANSWER, http.answer())),
        new Gateway.Timeouts(
            patience.getOrDefault(Patience.JOIN, gateway.join()),
            patience.getOrDefault(Patience.SILENCE, gateway.silence()),
            patience.getOrDefault(Patience.PONG, gateway.pong()),
            patience.getOrDefault(Patience.CLOSE, gateway.close()),
            patience.getOrDefault(Patience.DRAIN, gateway.drain()),
            patience.getOrDefault(Patience.UNREAD, gateway.unread())));
  }
}
