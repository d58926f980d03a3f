package network.pug.e2e.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** Somebody else's site on this machine: one empty page, whatever it is asked for. */
final class Elsewhere implements AutoCloseable {
  private static final byte[] PAGE = "<!doctype html><title>Elsewhere</title>".getBytes(UTF_8);

  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

  Elsewhere() throws IOException {
    server.createContext("/", Elsewhere::answer);
    server.start();
  }

  /** Where it is, on the host of the relay but another port, so of another origin. */
  String onAnotherPort() {
    return at("127.0.0.1");
  }

  /** The same under another host name. */
  String onAnotherHost() {
    return at(Chromium.PLAIN_HOST);
  }

  /** Lets somebody go there, whatever that site's pages complain about. */
  Person welcome(Person visitor) {
    return visitor
        .expectHost(URI.create(onAnotherPort()).getAuthority())
        .expectHost(URI.create(onAnotherHost()).getAuthority())
        .expectComplaints("");
  }

  private String at(String host) {
    return "http://" + host + ":" + server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(200, PAGE.length);
      exchange.getResponseBody().write(PAGE);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
