package network.pug.e2e.browser;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP line to the relay that can be cut, which breaks what runs through it, and mended. */
final class Cable implements Closeable {

  private final ServerSocket entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final InetSocketAddress relay;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean whole = true;

  /**
   * Lays a line.
   *
   * @param relayPort where it leads to on this machine
   */
  Cable(int relayPort) throws IOException {
    relay = new InetSocketAddress(InetAddress.getLoopbackAddress(), relayPort);
    Thread.startVirtualThread(this::accept);
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + entry.getLocalPort());
  }

  void cut() {
    whole = false;
    open.forEach(Cable::drop);
  }

  void mend() {
    whole = true;
  }

  private void accept() {
    while (!entry.isClosed()) {
      try {
        Socket near = entry.accept();
        open.add(near);
        if (whole) {
          Socket far = new Socket(relay.getAddress(), relay.getPort());
          open.add(far);
          Thread.startVirtualThread(() -> copy(near, far));
          Thread.startVirtualThread(() -> copy(far, near));
        }
        if (!whole) {
          open.forEach(Cable::drop);
        }
      } catch (IOException e) {
        // The entry is closed, or the relay is: the loop's condition tells which.
      }
    }
  }

  private void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One end is gone, and the other follows.
    }
    drop(from);
    drop(to);
    open.remove(from);
    open.remove(to);
  }

  private static void drop(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() throws IOException {
    entry.close();
    cut();
  }
}
