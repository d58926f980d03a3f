package network.pug.e2e.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import network.pug.e2e.support.Certificate;
import network.pug.e2e.support.Relay;

/** A running proxy that does TLS on 127.0.0.1 for a relay. Closing it ends its processes. */
public final class ReverseProxy implements AutoCloseable {
  private final Process process;
  private final StringBuilder output = new StringBuilder();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final Thread reader;
  private final Place place;

  /** What every proxy is started with: where it keeps its files, and where it and the relay are. */
  record Place(Path folder, Certificate certificate, int relay, int https, int http) {
    static Place in(Path folder, int relay) throws Exception {
      return new Place(folder, Certificate.make(folder, "proxy"), relay, freePort(), freePort());
    }

    /** The same at other ports. */
    Place elsewhere() throws IOException {
      return new Place(folder, certificate, relay, freePort(), freePort());
    }

    /** An example that leads to the relay. */
    Example example(String name) throws IOException {
      return Example.of(name).with("127.0.0.1:3000", upstream());
    }

    /** An example that also has its certificate where nginx and Caddy look for it. */
    Example exampleWithCertificate(String name) throws IOException {
      return example(name)
          .with("/etc/ssl/chat.example/fullchain.pem", certificate.chain().toString())
          .with("/etc/ssl/chat.example/privkey.pem", certificate.key().toString());
    }

    Path write(String name, String text) throws IOException {
      return Files.writeString(folder.resolve(name), text);
    }

    String upstream() {
      return "127.0.0.1:" + relay;
    }

    String tls() {
      return "127.0.0.1:" + https;
    }

    String plain() {
      return "127.0.0.1:" + http;
    }
  }

  private ReverseProxy(Process process, String readyLine, Place place) {
    this.process = process;
    this.place = place;
    this.reader = Thread.startVirtualThread(() -> read(readyLine));
  }

  /**
   * Starts nginx with the example.
   *
   * @param folder for its files
   * @param relay the port of the relay
   */
  public static ReverseProxy nginx(Path folder, int relay) throws Exception {
    return start(folder, relay, "using the \"epoll\"", "nginx-light", ReverseProxy::nginx);
  }

  private static List<String> nginx(Place place) throws IOException {
    Example site =
        place
            .exampleWithCertificate("nginx.conf")
            .with("listen 80;", "listen " + place.plain() + ";")
            .with("listen [::]:80;", "")
            .with("listen 443 ssl", "listen " + place.tls() + " ssl")
            .with("listen [::]:443 ssl http2;", "");
    place.write("site.conf", site.toString());
    Path main =
        place.write(
            "nginx.conf",
            """
            daemon off;
            master_process off;
            pid %1$s/pid;
            error_log stderr notice;
            events {}
            http {
              client_body_temp_path %1$s/body;
              proxy_temp_path %1$s/proxy;
              fastcgi_temp_path %1$s/fastcgi;
              uwsgi_temp_path %1$s/uwsgi;
              scgi_temp_path %1$s/scgi;
              include %1$s/site.conf;
            }
            """
                .formatted(place.folder()));
    return List.of("nginx", "-e", "stderr", "-c", main.toString());
  }

  /** The same with Caddy. */
  public static ReverseProxy caddy(Path folder, int relay) throws Exception {
    return start(folder, relay, "serving initial configuration", "caddy", ReverseProxy::caddy);
  }

  private static List<String> caddy(Place place) throws IOException {
    Example example =
        place
            .exampleWithCertificate("Caddyfile")
            .with("\n{\n", "\n{\n\tadmin off\n\thttp_port " + place.http() + "\n")
            .with("chat.example {", "https://" + place.tls() + " {\n\tbind 127.0.0.1")
            .with("# tls ", "tls ");
    Path file = place.write("Caddyfile", example.toString());
    return List.of("caddy", "run", "--config", file.toString());
  }

  /** The same with HAProxy. */
  public static ReverseProxy haproxy(Path folder, int relay) throws Exception {
    return start(folder, relay, "Loading success", "haproxy", ReverseProxy::haproxy);
  }

  private static List<String> haproxy(Place place) throws IOException {
    Path pem =
        place.write(
            "chain-and-key.pem",
            Files.readString(place.certificate().chain())
                + Files.readString(place.certificate().key()));
    Example example =
        place
            .example("haproxy.cfg")
            .with(":::80 v4v6", place.plain())
            .with(":::443 v4v6", place.tls())
            .with("/etc/haproxy/chat.example.pem", pem.toString());
    Path file = place.write("haproxy.cfg", example.toString());
    return List.of("haproxy", "-W", "-n", "500", "-f", file.toString());
  }

  /** Where it is, such as {@code https://127.0.0.1:8443}; without the relay's base path. */
  public URI url() {
    return URI.create("https://" + place.tls());
  }

  /** The same as a host to talk to. */
  Relay host() {
    return Relay.at(url(), place.certificate());
  }

  /** Where it takes plain HTTP. */
  Relay plainHost() {
    return Relay.at(URI.create("http://" + place.plain()));
  }

  /** A port that nobody listens on. */
  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Ends it and returns what it has printed. */
  String end() throws InterruptedException {
    close();
    reader.join();
    return output.toString();
  }

  @Override
  public void close() {
    // By its handle, which leaves open what it still has to print.
    process.toHandle().destroy();
    process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
  }

  /** Writes what a proxy needs to run at a place, and tells its program and arguments. */
  private interface Setup {
    List<String> at(Place place) throws IOException;
  }

  /** Starts a proxy, and once more elsewhere if a port was taken since it was found free. */
  private static ReverseProxy start(
      Path folder, int relay, String readyLine, String debianPackage, Setup setup)
      throws Exception {
    Place place = Place.in(folder, relay);
    ReverseProxy first = launch(place, readyLine, debianPackage, setup);
    if (first.isReady()) {
      return first;
    }
    String printed = first.end();
    if (printed.toLowerCase(Locale.ROOT).contains("address already in use")) {
      ReverseProxy second = launch(place.elsewhere(), readyLine, debianPackage, setup);
      if (second.isReady()) {
        return second;
      }
      printed = second.end();
    }
    throw new AssertionError("the proxy did not start: " + printed);
  }

  private static ReverseProxy launch(
      Place place, String readyLine, String debianPackage, Setup setup) throws IOException {
    List<String> program = setup.at(place);
    var command =
        new ProcessBuilder(find(program.getFirst(), debianPackage)).redirectErrorStream(true);
    command.command().addAll(program.subList(1, program.size()));
    // Where Caddy keeps what it wants to keep.
    String folder = place.folder().toString();
    command.environment().put("HOME", folder);
    command.environment().put("XDG_DATA_HOME", folder);
    command.environment().put("XDG_CONFIG_HOME", folder);
    return new ReverseProxy(command.start(), readyLine, place);
  }

  /** Waits until it is ready; false if it has ended instead, or takes too long. */
  private boolean isReady() {
    return ready
        .orTimeout(20, TimeUnit.SECONDS)
        .handle((nothing, failure) -> failure == null)
        .join();
  }

  private static String find(String program, String debianPackage) {
    return Stream.of((System.getenv("PATH") + ":/usr/sbin").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "%s is needed: install it (on Debian: apt-get install %s)"
                        .formatted(program, debianPackage)))
        .toString();
  }

  private void read(String readyLine) {
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.append(line).append('\n');
        if (line.contains(readyLine)) {
          ready.complete(null);
        }
      }
      ready.completeExceptionally(new IOException("it ended"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
