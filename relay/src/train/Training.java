import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Has a relay do what it does all day, while its Java takes notes for later starts (JEP 514, JEP
 * 515). Run from source by the launcher: a client is nothing that the relay has on its class path.
 */
final class Training {
  private static final int ROOMS = 400;
  private static final int MEMBERS = 3;
  private static final int MESSAGES = 20;
  private static final List<String> PAGES = List.of("/", "/r/x", "/docs/", "/healthz", "/no-page");
  private static final int PATIENCE_SECONDS = 20;

  /** After which all of it is given up, for others wait for it. */
  private static final int MAX_SECONDS = 120;

  private static final List<String> FLAGS =
      List.of("--host=127.0.0.1", "--port=0", "--pow-difficulty=0", "--message-rate=0");

  /** What Java and the C library go by. */
  private static final List<String> ENVIRONMENT =
      List.of("LANG", "LC_ALL", "LC_CTYPE", "MALLOC_ARENA_MAX");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI relay;

  private Training(URI relay) {
    this.relay = relay;
  }

  /** Runs the relay whose command is given, and ends with its status. */
  public static void main(String[] command) throws Exception {
    Process relay = start(command);
    Runtime.getRuntime().addShutdownHook(new Thread(relay::destroyForcibly));
    CompletableFuture.delayedExecutor(MAX_SECONDS, TimeUnit.SECONDS).execute(() -> System.exit(1));
    String line = relay.inputReader().readLine();
    Training training = new Training(URI.create(line.substring("listening on ".length())));
    training.visit();
    for (int i = 0; i < ROOMS; i++) {
      training.meet();
    }
    relay.destroy();
    System.exit(relay.waitFor());
  }

  /** Without what the environment sets for the relay that is to come. */
  private static Process start(String[] command) throws IOException {
    ProcessBuilder relay = new ProcessBuilder(command);
    relay.command().addAll(FLAGS);
    relay.environment().keySet().retainAll(ENVIRONMENT);
    return relay.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private void visit() throws Exception {
    for (String page : PAGES) {
      for (String coding : List.of("gzip", "identity")) {
        send(request(page).header("Accept-Encoding", coding).header("Accept", "text/html"));
      }
    }
    send(request("/api/limits"));
  }

  /** A room: it is paid for and made, people join it, talk and leave. */
  private void meet() throws Exception {
    String token = value("token", send(request("/api/pow-challenge")));
    String solution = "{\"token\":\"%s\",\"nonce\":\"1\"}".formatted(token);
    String session =
        value(
            "sessionToken",
            send(
                request("/api/pow-redeem")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(solution))));
    String room =
        send(
            request("/api/create-room?ttl=600&capacity=" + MEMBERS)
                .header("Authorization", "Bearer " + session));
    String join =
        "{\"type\":\"room:join\",\"roomId\":\"%s\",\"roomSecret\":\"%s\"}"
            .formatted(value("roomId", room), value("roomSecret", room));
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < MEMBERS; i++) {
      Member member = new Member(client, relay);
      member.socket.sendText(join, true).join();
      member.heard(1);
      members.add(member);
    }
    for (int i = 1; i < MEMBERS; i++) {
      members.get(0).heard(1);
    }
    for (int i = 0; i < MESSAGES; i++) {
      members.get(i % MEMBERS).socket.sendBinary(ByteBuffer.allocate(256), true).join();
    }
    members.get(1).heard(MESSAGES);
    members.get(2).socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    members.get(0).socket.sendText("{\"type\":\"room:purge\"}", true).join();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(relay.resolve(path));
  }

  private String send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString()).body();
  }

  private static String value(String name, String json) {
    Matcher field = Pattern.compile('"' + name + "\":\"([^\"]+)\"").matcher(json);
    if (!field.find()) {
      throw new IllegalArgumentException("no " + name);
    }
    return field.group(1);
  }

  /** A WebSocket that counts what it hears. */
  private static final class Member implements WebSocket.Listener {
    private final Semaphore messages = new Semaphore(0);
    private final WebSocket socket;

    Member(HttpClient client, URI relay) {
      URI address = URI.create("ws" + relay.resolve("/ws").toString().substring("http".length()));
      socket = client.newWebSocketBuilder().buildAsync(address, this).join();
    }

    void heard(int count) throws Exception {
      if (!messages.tryAcquire(count, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("the relay says nothing");
      }
    }

    @Override
    public CompletionStage<?> onText(WebSocket source, CharSequence text, boolean last) {
      return onFrame(source, last);
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket source, ByteBuffer bytes, boolean last) {
      return onFrame(source, last);
    }

    private CompletionStage<?> onFrame(WebSocket source, boolean last) {
      if (last) {
        messages.release();
      }
      source.request(1);
      return null;
    }
  }
}
