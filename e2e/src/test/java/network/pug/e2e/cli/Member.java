package network.pug.e2e.cli;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** A WebSocket connection that keeps what arrives until a test asks for it. */
final class Member implements WebSocket.Listener {

  private final StringBuilder text = new StringBuilder();
  private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
  private final BlockingQueue<Long> messages = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
  private final WebSocket socket;

  Member(HttpClient http, URI uri) {
    socket = http.newWebSocketBuilder().buildAsync(uri, this).join();
  }

  void sendText(String message) {
    socket.sendText(message, true).join();
  }

  void sendMessage() {
    socket.sendBinary(ByteBuffer.allocate(1), true).join();
  }

  String nextText() throws InterruptedException {
    return texts.take();
  }

  /** Waits for the next chat message and says when it came, in the nanoseconds of this machine. */
  long nextMessageNanos() throws InterruptedException {
    return messages.take();
  }

  /** Waits for the close frame. */
  int closeCode() {
    return closeCode.join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      texts.add(text.toString());
      text.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    if (last) {
      messages.add(System.nanoTime());
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closeCode.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closeCode.completeExceptionally(error);
  }
}
