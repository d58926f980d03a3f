package network.pug.e2e.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** HTTP/1.1 over a socket, one byte at a time where a test wants it so. Reads wait 10 s at most. */
public final class RawHttp implements AutoCloseable {
  /** The header of a JSON body. */
  public static final String JSON = "Content-Type: application/json";

  /** The header of a body that comes in chunks. */
  public static final String CHUNKED = "Transfer-Encoding: chunked";

  private static final int PATIENCE_MILLIS = 10_000;

  private final Relay relay;
  private final Socket socket;
  private final InputStream in;

  /** Opens a connection. */
  public RawHttp(Relay relay) throws IOException {
    this(relay, relay.open());
  }

  /** The same over a connection that is open already. */
  public RawHttp(Relay relay, Socket socket) throws IOException {
    this.relay = relay;
    this.socket = socket;
    socket.setSoTimeout(PATIENCE_MILLIS);
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** One GET over a connection of its own. */
  public static Answer get(Relay relay, String target, String... headers) throws IOException {
    return request(relay, "GET", target, "", headers);
  }

  /** One request over a connection of its own; a body that is not empty is sent with its length. */
  public static Answer request(
      Relay relay, String method, String target, String body, String... headers)
      throws IOException {
    try (RawHttp http = new RawHttp(relay)) {
      return http.ask(method, target, body, headers);
    }
  }

  /** Sends a request and reads its answer. */
  public Answer ask(String method, String target, String body, String... headers)
      throws IOException {
    send(head(method, target, body, headers) + body);
    return method.equals("HEAD") ? readHead() : read();
  }

  /**
   * A request's head for a target below the relay's base path, with the Host, the length of the
   * body unless it is empty, and more headers.
   */
  public String head(String method, String target, String body, String... headers) {
    List<String> lines = new ArrayList<>();
    lines.add(method + " " + relay.basePath() + target + " HTTP/1.1");
    lines.add("Host: " + relay.authority());
    if (!body.isEmpty()) {
      lines.add("Content-Length: " + body.length());
    }
    lines.addAll(List.of(headers));
    return String.join("\r\n", lines) + "\r\n\r\n";
  }

  /** Sends characters as the bytes of ISO 8859-1. */
  public void send(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
  }

  /** Reads an answer with its body. */
  public Answer read() throws IOException {
    Answer head = readHead();
    boolean bodiless = head.status() == 101 || head.status() == 204 || head.status() == 304;
    int length = bodiless ? 0 : Integer.parseInt(head.header("content-length"));
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("the body is shorter than its Content-Length");
    }
    return new Answer(head.status(), head.headers(), new String(body, ISO_8859_1));
  }

  /** Reads an answer that has no body, whatever its headers say. */
  public Answer readHead() throws IOException {
    String[] status = line().split(" ", 3);
    if (!status[0].equals("HTTP/1.1")) {
      throw new IOException("no HTTP/1.1 answer: " + status[0]);
    }
    Map<String, List<String>> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      String[] header = line.split(":", 2);
      headers
          .computeIfAbsent(header[0].toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(header[1].strip());
    }
    return new Answer(Integer.parseInt(status[1]), headers, "");
  }

  /** Whether the relay ends the connection within 10 s without another byte. */
  public boolean isEnded() throws IOException {
    try {
      return in.read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (SocketException e) {
      return true;
    }
  }

  /** The next bytes, whatever they are. */
  public String next(int count) throws IOException {
    return new String(in.readNBytes(count), ISO_8859_1);
  }

  /** What comes behind the answers read so far. */
  InputStream rest() {
    return in;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the connection ended within a line");
      }
      line.write(b);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }
}
