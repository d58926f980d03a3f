package network.pug.e2e.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many sockets that do harm to a relay, from several addresses of this machine, on one thread. One
 * that the relay closes is replaced. What it has done so far can be read on any thread.
 */
final class Crowd implements AutoCloseable {
  /** Fewer than the relay's backlog holds, so that no connection waits for a second try. */
  private static final int MAX_CONNECTING = 256;

  /** Ports of one address would not do for all who come back. */
  private static final int ADDRESSES = 8;

  private static final int ROUND_MILLIS = 20;

  /** A socket that dribbles sends a byte every so many rounds. */
  private static final int ROUNDS_A_BYTE = 25;

  private final Harm harm;
  private final int size;
  private final InetSocketAddress relay;
  private final byte[] opening;
  private final Selector selector = Selector.open();
  private final ArrayDeque<SocketChannel> dribbling = new ArrayDeque<>();

  /** Open WebSockets, the oldest first. */
  private final ArrayDeque<SocketChannel> staying = new ArrayDeque<>();

  private final ByteBuffer input = ByteBuffer.allocate(4096);
  private final AtomicLong most = new AtomicLong();
  private final AtomicLong deeds = new AtomicLong();
  private final CompletableFuture<Void> end;
  private volatile boolean over;
  private int connecting;
  private int connected;
  private int born;

  /** Sends so many sockets. */
  Crowd(Harm harm, int size, int relayPort) throws IOException {
    this.harm = harm;
    this.size = size;
    this.relay = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), relayPort);
    this.opening = harm.opening().getBytes(US_ASCII);
    this.end = CompletableFuture.runAsync(this::run, task -> new Thread(task, "crowd").start());
  }

  /** The most sockets that were connected at a time. */
  long most() {
    return most.get();
  }

  /** Bytes dribbled, challenges got, or WebSockets opened. */
  long deeds() {
    return deeds.get();
  }

  /** Whether it has been there in full, and has done it twice for each or more. */
  boolean hasDoneItsWorst() {
    return end.isDone() || (most.get() == size && deeds.get() >= 2L * size);
  }

  private void run() {
    try {
      while (!over) {
        while (connecting < MAX_CONNECTING && connecting + connected < size) {
          connect();
        }
        selector.select(this::act, ROUND_MILLIS);
        for (int i = dribbling.size() / ROUNDS_A_BYTE; i >= 0; i--) {
          dribble();
        }
      }
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void connect() throws IOException {
    SocketChannel socket = SocketChannel.open();
    socket.configureBlocking(false);
    socket.bind(
        new InetSocketAddress(InetAddress.ofLiteral("127.0.0." + (1 + born++ % ADDRESSES)), 0));
    connecting++;
    socket.register(selector, SelectionKey.OP_CONNECT);
    socket.connect(relay);
  }

  private void act(SelectionKey key) {
    SocketChannel socket = (SocketChannel) key.channel();
    try {
      if (key.isConnectable()) {
        connecting--;
        socket.finishConnect();
        most.accumulateAndGet(++connected, Math::max);
        key.interestOps(SelectionKey.OP_READ);
        socket.write(ByteBuffer.wrap(opening));
        if (harm == Harm.DRIBBLED_HEADERS) {
          dribbling.add(socket);
        }
      } else {
        answered(socket);
      }
    } catch (IOException e) {
      leave(socket);
    }
  }

  private void answered(SocketChannel socket) throws IOException {
    int length = socket.read(input.clear());
    if (length <= 0 || harm == Harm.DRIBBLED_HEADERS) {
      leave(socket); // it was hung up on
    } else if (harm == Harm.RECONNECTS) {
      deeds.incrementAndGet();
      staying.add(socket);
      if (most.get() == size) {
        reset(staying.remove());
      }
    } else if (input.get(length - 1) == '}') {
      deeds.incrementAndGet();
      socket.write(ByteBuffer.wrap(opening));
    }
  }

  private void dribble() {
    SocketChannel socket = dribbling.poll();
    if (socket == null || !socket.isOpen()) {
      return;
    }
    try {
      deeds.addAndGet(socket.write(ByteBuffer.wrap(new byte[] {'x'})));
      dribbling.add(socket);
    } catch (IOException e) {
      leave(socket);
    }
  }

  private void reset(SocketChannel socket) throws IOException {
    if (socket.isOpen()) {
      socket.setOption(StandardSocketOptions.SO_LINGER, 0);
      leave(socket);
    }
  }

  private void leave(SocketChannel socket) {
    if (socket.isConnected()) {
      connected--;
    }
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Calls all of them off. */
  @Override
  public void close() {
    over = true;
    end.join();
  }
}
