package network.pug.e2e.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The relay's HTTP interface, for a relay that asks for no work. */
final class Api implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;

  Api(URI base) {
    this.base = base;
  }

  /** The body of a successful GET. */
  String get(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = send(request(path).build());
    assertEquals(200, response.statusCode(), response::body);
    return response.body();
  }

  /** Asks for a room with the default lifetime and capacity. */
  HttpResponse<String> createRoom() throws IOException, InterruptedException {
    String token = text(get("/api/pow-challenge"), "token");
    HttpResponse<String> redeemed =
        send(
            request("/api/pow-redeem")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"token\":\"" + token + "\",\"nonce\":\"0\"}"))
                .build());
    assertEquals(200, redeemed.statusCode(), redeemed::body);
    String session = text(redeemed.body(), "sessionToken");
    return send(request("/api/create-room").header("Authorization", "Bearer " + session).build());
  }

  /** Creates a room and enters it. */
  Member join() throws IOException, InterruptedException {
    String room = createRoom().body();
    Member member = new Member(http, URI.create("ws://" + base.getAuthority() + "/ws"));
    member.sendText(
        "{\"type\":\"room:join\",\"roomId\":\"%s\",\"roomSecret\":\"%s\"}"
            .formatted(text(room, "roomId"), text(room, "roomSecret")));
    assertTrue(member.nextText().contains("\"room:joined\""));
    return member;
  }

  /**
   * Opens a socket, asks for {@code /ws} with further header lines, and reads the status line. The
   * socket stays open.
   */
  Handshake handshake(String... headers) throws IOException {
    var socket = new Socket(base.getHost(), base.getPort());
    String request =
        """
        GET /ws HTTP/1.1
        Host: %s
        Connection: Upgrade
        Upgrade: websocket
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==
        %s
        """
            .formatted(
                base.getAuthority(), headers.length == 0 ? "" : String.join("\n", headers) + "\n");
    socket
        .getOutputStream()
        .write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    var reader =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    String line = reader.readLine();
    if (line == null) {
      throw new AssertionError("the relay closed the connection without an answer");
    }
    return new Handshake(socket, Integer.parseInt(line.split(" ", -1)[1]));
  }

  /** An open socket and the status that the relay answered on it. */
  record Handshake(Socket socket, int status) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  /** The number of a JSON member. */
  static long number(String json, String name) {
    return Long.parseLong(find(json, name, "(\\d+)"));
  }

  private static String text(String json, String name) {
    return find(json, name, "\"([^\"]*)\"");
  }

  private static String find(String json, String name, String value) {
    Matcher matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*" + value).matcher(json);
    assertTrue(matcher.find(), () -> "no " + name + " in " + json);
    return matcher.group(1);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path));
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.ofString());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
