package network.pug.e2e.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import network.pug.e2e.support.Challenge;
import network.pug.e2e.support.Frame;
import network.pug.e2e.support.Member;
import network.pug.e2e.support.RawHttp;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import network.pug.e2e.support.Vector;

/**
 * Everything that a relay refuses, thrown at one whose message rate has no limit. What it answers
 * is for other tests to judge; here an answer is awaited, and that is all.
 */
final class Abuse {
  private static final List<String> REQUESTS =
      List.of(
          "nonsense||",
          "\0\1\2\u0016\u0003\u0001||",
          "GET /healthz||",
          "GET /healthz HTTP/1.1|Host: x|no colon||",
          "GET /healthz HTTP/1.1|Host: x|X : y||",
          "GET healthz HTTP/1.1|Host: x||",
          "GET /../pom.xml HTTP/1.1|Host: x||",
          "GET /%zz HTTP/1.1|Host: x||",
          "GET /api/limits%00 HTTP/1.1|Host: x||",
          "BREW / HTTP/1.1|Host: x||",
          "GET /" + "x".repeat(5000) + " HTTP/1.1|Host: x||",
          "GET / HTTP/1.1|Host: x|X: " + "x".repeat(9000) + "||",
          "GET /api/create-room?ttl=x HTTP/1.1|Host: x|Authorization: Bearer nobody||",
          "GET /api/create-room HTTP/1.1|Host: x|Authorization: Basic nobody||",
          "POST /api/pow-redeem HTTP/1.1|Host: x|Content-Length: x||",
          "POST /api/pow-redeem HTTP/1.1|Host: x|Content-Length: -1||",
          "POST /api/pow-redeem HTTP/1.1|Host: x|Content-Length: 1|Content-Length: 2||xx",
          "POST /api/pow-redeem HTTP/1.1|Host: x|Content-Length: 5000||" + "x".repeat(5000),
          "POST /api/pow-redeem HTTP/1.1|Host: x|Transfer-Encoding: chunked||zz|",
          "POST /api/pow-redeem HTTP/1.1|Host: x|Content-Length: 1|Content-Type: text/plain||{",
          "POST /api/pow-redeem HTTP/1.1|Host: x|Content-Length: 1|Content-Type:"
              + " application/json||{",
          "GET /ws HTTP/1.1|Host: x||",
          "GET /ws HTTP/1.0|Upgrade: websocket|Connection: Upgrade||",
          handshake("Sec-WebSocket-Version: 12|Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="),
          handshake("Sec-WebSocket-Version: 13|Sec-WebSocket-Key: c2hvcnQ="),
          handshake("Sec-WebSocket-Version: 13"),
          handshake(
              "Sec-WebSocket-Version: 13|Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
                  + "|Origin: http://evil.example"));

  private static final Map<String, byte[]> FRAMES =
      Map.of(
          "noise", bytes("\u00ff\u00ff\u00ff\u00ff"),
          "without a mask", bytes("\u0081\1x"),
          "a reserved bit", bytes("\u00c1\u0081\0\0\0\0x"),
          "an unknown opcode", bytes("\u0083\u0080\0\0\0\0"),
          "a long ping", RawWebSocket.frame(true, 9, new byte[126]),
          "a fragment of nothing", RawWebSocket.frame(true, 0, new byte[1]),
          "a length of 2^63", bytes("\u0082\u00ff\u0080\0\0\0\0\0\0\0\0\0\0\0"),
          "no UTF-8", RawWebSocket.frame(true, Frame.TEXT, bytes("\u00c3(")),
          "a bad close", RawWebSocket.frame(true, Frame.CLOSE, bytes("\0")),
          "too much", RawWebSocket.frame(true, Frame.BINARY, new byte[65_537]));

  private Abuse() {}

  /** All of it. */
  static void everything(Relay relay) throws Exception {
    requests(relay);
    tokens(relay);
    frames(relay);
    messages(relay);
    resets(relay);
    slowReader(relay);
  }

  /** What is sent to a port where TLS is spoken by those who do not, or not so. */
  static void handshakes(Relay relay, Relay untrusted) throws IOException {
    for (String noise :
        List.of("GET / HTTP/1.1\r\nHost: x\r\n\r\n", "\u0016\u0003\1\0\5\1\0\0\1\0", "\0")) {
      try (Socket socket = relay.openPlain()) {
        socket.getOutputStream().write(bytes(noise));
        socket.shutdownOutput();
        socket.setSoTimeout(10_000);
        socket.getInputStream().readAllBytes();
      } catch (IOException e) {
        // Turned away by a reset.
      }
    }
    try {
      RawHttp.get(untrusted, "/healthz");
    } catch (IOException e) {
      // This side has refused the certificate, and has told the relay so.
    }
  }

  private static void requests(Relay relay) throws IOException {
    for (String request : REQUESTS) {
      try (RawHttp http = new RawHttp(relay)) {
        http.send(request.replace("|", "\r\n"));
        http.readHead();
      } catch (IOException e) {
        // An end without an answer is one.
      }
    }
  }

  private static void tokens(Relay relay) throws IOException {
    Challenge challenge = Challenge.ask(relay);
    challenge.redeem(relay, "no number");
    challenge.redeem(relay, challenge.solve()).expect(200);
    challenge.redeem(relay, challenge.solve()).expectProblem(403);
    new Challenge(challenge.token() + "A", 0, 0).redeem(relay, "0");
    Room.request(relay, "?ttl=1&ttl=2", Room.session(relay)).expectProblem(400);
    Room.request(relay, "", challenge.token()).expectProblem(401);
    Traffic.misbehave(relay, Room.create(relay));
  }

  private static void frames(Relay relay) throws IOException {
    for (byte[] frame : FRAMES.values()) {
      try (RawWebSocket socket = new RawWebSocket(relay)) {
        socket.sendBytes(frame);
        readToTheEnd(socket);
      }
      try (Member member = Member.join(relay, Room.create(relay))) {
        member.socket().sendBytes(frame);
        readToTheEnd(member.socket());
      }
    }
  }

  /** All vectors, from somebody who has not joined, and from a member. */
  private static void messages(Relay relay) throws IOException {
    Room room = Room.create(relay, "?capacity=6");
    try (Member host = Member.join(relay, room)) {
      for (Vector vector : Vector.all("wire").toList()) {
        try (RawWebSocket stranger = new RawWebSocket(relay);
            Member member = Member.join(relay, room)) {
          for (RawWebSocket socket : List.of(stranger, member.socket())) {
            socket.send(true, Frame.TEXT, vector.bytes());
            socket.sendClose(1000);
            readToTheEnd(socket);
          }
        }
      }
      host.socket().sendText(room.joinMessage());
      readToTheEnd(host.socket());
    }
  }

  /** Connections that are gone in the middle of something. */
  private static void resets(Relay relay) throws IOException {
    String head = String.join("\r\n", RawWebSocket.upgrade("Host: x"));
    for (String beginning :
        List.of("", "GET / HT", "GET /ws HTTP/1.1\r\n" + head + "\r\n\r\n\u0082\u00fe\u0001")) {
      try (Socket socket = relay.open()) {
        socket.getOutputStream().write(bytes(beginning));
        socket.setSoLinger(true, 0);
      }
      try (Socket socket = relay.openPlain()) {
        socket.getOutputStream().write(bytes(beginning));
        socket.setSoLinger(true, 0);
      }
    }
  }

  private static void slowReader(Relay relay) throws Exception {
    Room room = Room.create(relay);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Member fast = Member.join(relay, room);
        Member slow = Member.join(relay, room)) {
      fast.newcomer();
      Future<?> flood = threads.submit(() -> flood(fast));
      Frame frame = fast.socket().read();
      while (frame.opcode() == Frame.BINARY) {
        frame = fast.socket().read();
      }
      frame.json("member:left");
      fast.socket().close();
      flood.get();
      slow.socket().read();
    }
  }

  private static Void flood(Member member) {
    byte[] payload = new byte[65_536];
    try {
      while (true) {
        member.socket().sendBinary(payload);
      }
    } catch (IOException e) {
      return null;
    }
  }

  private static void readToTheEnd(RawWebSocket socket) {
    try {
      while (socket.read().opcode() != Frame.CLOSE) {
        // Go on.
      }
    } catch (IOException e) {
      // Ended without a close frame.
    }
  }

  private static String handshake(String headers) {
    return "GET /ws HTTP/1.1|Host: x|Upgrade: websocket|Connection: Upgrade|" + headers + "||";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
