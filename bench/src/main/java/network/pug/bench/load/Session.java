package network.pug.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import network.pug.bench.load.Faults.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Rooms on one relay, and the connections to them. Its methods are called on any thread but the
 * event loop, which does all of the work.
 */
final class Session implements AutoCloseable {
  /** Connections that are being made at a time. */
  private static final int AT_ONCE = 32;

  private static final int MAKERS = 8;
  private static final int READ_BYTES = 1 << 16;
  private static final int PATIENCE_SECONDS = 60;

  private final Target target;
  private final EventLoop loop;
  private final Faults faults = new Faults();
  private final List<Channel> channels = new ArrayList<>();
  private boolean closing;

  Session(Target target, EventLoop loop) {
    this.target = target;
    this.loop = loop;
  }

  Target target() {
    return target;
  }

  EventLoop loop() {
    return loop;
  }

  /** Something went wrong; not counted while all is being closed. On the event loop. */
  void fault(Kind kind, String what) {
    if (!closing) {
      faults.add(kind, what);
    }
  }

  Faults faults() {
    return faults;
  }

  /** Makes rooms, or takes the numbers of some, where the relay makes a room for who comes. */
  List<Place> rooms(int number, int capacity) throws InterruptedException {
    List<Place> places = new ArrayList<>();
    if (!target.dialect().makesRooms()) {
      for (int i = 0; i < number; i++) {
        places.add(new Place(i, "", ""));
      }
      return places;
    }
    Promise<List<Place>> all = loop.newPromise();
    RoomMaker.Orders orders = new Wanted(number, places, all);
    for (int i = 0; i < Math.min(MAKERS, number); i++) {
      connect(new RoomMaker(capacity, orders));
    }
    return await(all);
  }

  /** Rooms that are to be made. */
  private final class Wanted implements RoomMaker.Orders {
    private final int number;
    private final List<Place> places;
    private final Promise<List<Place>> all;
    private int begun;

    Wanted(int number, List<Place> places, Promise<List<Place>> all) {
      this.number = number;
      this.places = places;
      this.all = all;
    }

    @Override
    public boolean more() {
      return begun++ < number;
    }

    @Override
    public void made(String id, String secret) {
      places.add(new Place(places.size(), id, secret));
      if (places.size() == number) {
        all.trySuccess(places);
      }
    }

    @Override
    public void fault(Kind kind, String what) {
      Session.this.fault(kind, what);
      all.tryFailure(new IllegalStateException(what));
    }
  }

  /**
   * Lets members join, a few at a time.
   *
   * @param number how many
   * @param client makes one of them, whose promise is given to {@link Client}
   */
  void join(int number, IntFunction<Joining> client) throws InterruptedException {
    Promise<Void> all = loop.newPromise();
    loop.execute(() -> new Queue(number, client, all).start());
    await(all);
  }

  /**
   * A connection that is being made.
   *
   * @param joined completed when it is in its room
   */
  record Joining(Client client, Future<Long> joined) {}

  /** Makes connections one after the other; on the event loop. */
  private final class Queue {
    private final int number;
    private final IntFunction<Joining> clients;
    private final Promise<Void> all;
    private int begun;
    private int done;

    Queue(int number, IntFunction<Joining> clients, Promise<Void> all) {
      this.number = number;
      this.clients = clients;
      this.all = all;
    }

    void start() {
      for (int i = 0; i < AT_ONCE; i++) {
        next();
      }
    }

    private void next() {
      if (begun == number) {
        return;
      }
      Joining joining = clients.apply(begun++);
      joining.joined().addListener(future -> ended(future.cause()));
      connect(joining.client());
    }

    private void ended(@Nullable Throwable fault) {
      if (fault != null) {
        all.tryFailure(fault);
      } else if (++done == number) {
        all.trySuccess(null);
      } else {
        next();
      }
    }
  }

  /** Connects; what becomes of it, the handler is told. */
  void connect(ChannelHandler handler) {
    new Bootstrap()
        .group(loop)
        .channel(EpollSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_BYTES))
        .handler(
            new ChannelInitializer<>() {
              @Override
              protected void initChannel(Channel channel) {
                channels.add(channel);
                SslContext tls = target.tls();
                if (tls != null) {
                  String host = target.address().getHostString();
                  int port = target.address().getPort();
                  channel.pipeline().addLast(tls.newHandler(channel.alloc(), host, port));
                }
                channel.pipeline().addLast(handler);
              }
            })
        .connect(target.address())
        .addListener(
            connected -> {
              if (!connected.isSuccess()) {
                fault(Kind.DISCONNECT, "cannot connect: " + connected.cause());
              }
            });
  }

  /** Waits for what the event loop does. */
  <T> T await(Future<T> future) throws InterruptedException {
    if (!future.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the relay does not answer; faults: " + faults);
    }
    if (!future.isSuccess()) {
      throw new IllegalStateException("faults: " + faults, future.cause());
    }
    return future.getNow();
  }

  /** Closes every connection, without a word. */
  @Override
  public void close() {
    loop.submit(
            () -> {
              closing = true;
              channels.forEach(Channel::close);
            })
        .awaitUninterruptibly();
  }
}
